namespace CallIntake.Engine.Triage.Scoring;

/// <summary>Scores records against labels. Static and pure.</summary>
public static class TriageScorer
{
    /// <summary>The score of all cases together.</summary>
    public static TriageScore Score(IReadOnlyList<ScoredCase> cases)
    {
        var critical = cases.Where(scored => scored.Label.Urgency == Urgency.Critical).ToList();
        var found = critical.Count(scored => scored.Record.Urgency == Urgency.Critical);
        var scenes = cases.Where(scored => scored.Label.Group is not null).GroupBy(scored => scored.Label.Scene()).ToList();
        var nowhere = cases.Where(scored => scored.Label.Address is null && scored.Label.HasAddressLabel()).ToList();
        return new TriageScore
        {
            Cases = cases.Count,
            CriticalCases = critical.Count,
            CriticalRecall = Share(found, critical.Count),
            CriticalInterval = Wilson(found, critical.Count),
            CriticalLost = Share(critical, scored => scored.Record.Urgency < Urgency.High && !scored.Record.NeedsHuman),
            UnderGraded = Share(cases, scored => scored.Record.Urgency < scored.Label.Urgency),
            OverGraded = Share(cases, scored => scored.Record.Urgency > scored.Label.Urgency),
            UrgencyExact = Share(cases, IsUrgencyRight),
            CategoryMacroF1 = MacroF1(cases),
            CategoryAccuracy = Share(cases, scored => scored.Record.Category == scored.Label.Category),
            Department = Share(cases, scored => scored.Record.RecommendedDepartment == scored.Label.RecommendedDepartment),
            Weapons = Share(cases, scored => scored.Record.Weapons == scored.Label.Weapons),
            Danger = Share(cases, scored => scored.Record.CurrentDanger == scored.Label.CurrentDanger),
            People = Share(cases, scored => scored.Record.PeopleInvolved == scored.Label.PeopleInvolved),
            Street = Part(cases, parts => parts.Street),
            House = Part(cases, parts => parts.House),
            InventedAddress = Share(nowhere, scored => !string.IsNullOrEmpty(scored.Record.AddressParts.Street) || !string.IsNullOrEmpty(scored.Record.AddressParts.House)),
            NeedsHuman = Share(cases, scored => scored.Record.NeedsHuman),
            Scenes = scenes.Count,
            ScenesRight = Share(scenes.Count(scene => scene.All(IsUrgencyRight)), scenes.Count),
            Confusion = [.. Enumerable.Range(0, 4).Select(label => (IReadOnlyList<int>)[.. Enumerable.Range(0, 4).Select(record =>
                cases.Count(scored => (int)scored.Label.Urgency!.Value == label && (int)scored.Record.Urgency == record))])],
        };
    }

    private static bool IsUrgencyRight(ScoredCase scored) => scored.Record.Urgency == scored.Label.Urgency;

    private static double MacroF1(IReadOnlyList<ScoredCase> cases)
    {
        var codes = cases.Select(scored => scored.Label.Category!).Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? 0 : codes.Average(code =>
        {
            var right = cases.Count(scored => scored.Label.Category == code && scored.Record.Category == code);
            var wrong = cases.Count(scored => (scored.Label.Category == code) != (scored.Record.Category == code));
            return 2.0 * right / Math.Max(1, (2 * right) + wrong);
        });
    }

    private static double Part(IReadOnlyList<ScoredCase> cases, Func<AddressParts, string?> part)
    {
        var said = cases.Where(scored => scored.Label.Address is not null && !string.IsNullOrEmpty(part(scored.Label.Address))).ToList();
        return Share(said, scored => AddressFolding.Fold(part(scored.Record.AddressParts)) == AddressFolding.Fold(part(scored.Label.Address!)));
    }

    private static double Share(IReadOnlyList<ScoredCase> cases, Func<ScoredCase, bool> predicate) => Share(cases.Count(predicate), cases.Count);

    private static double Share(int count, int all) => (double)count / Math.Max(1, all);

    private static (double Low, double High) Wilson(int count, int all)
    {
        if (all == 0)
        {
            return (0, 1);
        }

        const double Z = 1.96;
        var p = (double)count / all;
        var centre = p + (Z * Z / (2 * all));
        var width = Z * Math.Sqrt((p * (1 - p) / all) + (Z * Z / (4.0 * all * all)));
        return ((centre - width) / (1 + (Z * Z / all)), (centre + width) / (1 + (Z * Z / all)));
    }
}
