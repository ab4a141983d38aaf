using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Scoring;
using CallIntake.Engine.Triage.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallIntake.Engine.Triage.Training;

/// <summary>
/// Trains the model of the embedded triage from labelled cases. Scores it on whole authors left out, never on single cases: people who
/// call resemble themselves more than each other. Repeatable: the same cases, rules and settings give the same model.
/// </summary>
internal sealed class ModelTrainer(RuleBook book, IPeopleCounter people, TrainingSettings settings, TimeProvider time)
{
    /// <summary>Progress, one line an event.</summary>
    public Action<string> Report { get; init; } = static _ => { };

    /// <summary>What every case was judged when its author was left out; filled by <see cref="Train"/>.</summary>
    public IReadOnlyList<ScoredCase> LeftOut { get; private set; } = [];

    /// <summary>The model of all cases, its thresholds and scores from authors left out.</summary>
    public TrainedModel Train(IReadOnlyList<LabelledCase> labelled, int threads)
    {
        var cases = Prepare(labelled);
        Report(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} cases by {Authors(cases).Count} authors, {cases.Average(item => item.Features.Buckets.Length):F0} features each"));
        var folds = LeaveAuthorsOut(cases, threads);
        var answers = Agree(folds, threads);
        var placedOn = settings.PlacedOn.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var thresholds = ThresholdSearch.Search([.. answers.Where(answer => placedOn.Length == 0 || answer.Item.Case.IsBy(placedOn))]);
        Report($"thresholds {thresholds}");
        LeftOut = [.. answers.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(answer => Judge(answer, thresholds))];
        var score = settings.Folds == 0 ? null : ScoreTable.Render(LeftOut, address: false).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        var members = TrainMembers(cases);
        return new TrainedModel(Card(labelled, cases, thresholds, score), settings.Bits, members, TrainJoint(folds));
    }

    private List<TrainingCase> Prepare(IReadOnlyList<LabelledCase> labelled)
    {
        var (facts, features) = (new FactReader(book), new FeatureReader(book, settings.Bits));
        var cases = new List<TrainingCase>(labelled.Count);
        foreach (var item in labelled)
        {
            var read = facts.Read(Tokenizer.Read([new TriageTurn(0, item.Text)]));
            if (read.Call.Tokens.Length > 0)
            {
                cases.Add(new TrainingCase(item, read, features.Read(read), ModelHeads.Label(item)));
            }
        }

        return cases;
    }

    private List<LeftOutAnswer>[] LeaveAuthorsOut(List<TrainingCase> cases, int threads)
    {
        var authors = Authors(cases);
        var folds = Enumerable.Range(0, Math.Min(settings.Folds, authors.Count)).ToArray();
        var results = new List<LeftOutAnswer>[folds.Length];
        Parallel.ForEach(folds, new ParallelOptions { MaxDegreeOfParallelism = threads }, fold =>
        {
            var left = authors.Where((_, index) => index % folds.Length == fold).ToHashSet(StringComparer.Ordinal);
            var model = new TrainedModel(EmptyCard(), settings.Bits, TrainMembers([.. cases.Where(item => !left.Contains(item.Case.Author()))]), null);
            results[fold] = [.. cases.Where(item => left.Contains(item.Case.Author())).Select(item => Answer(model, item))];
            Report($"without {string.Join(", ", left.Order(StringComparer.Ordinal))}: done");
        });
        return results;
    }

    private static LeftOutAnswer Answer(TrainedModel model, TrainingCase item)
    {
        var each = model.AnswerEach(item.Features);
        return new LeftOutAnswer(item, each, JointLayer.Average(each));
    }

    // Each group's answers by a joint layer that learnt from the other groups' alone.
    private List<LeftOutAnswer> Agree(List<LeftOutAnswer>[] folds, int threads)
    {
        var agreed = folds.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select((fold, index) =>
        {
            var joint = TrainJoint([.. folds.Where((_, other) => other != index)]);
            return joint is null ? fold : fold.Select(answer => answer with { Answers = joint.Answer(answer.Each) });
        });
        return [.. agreed.SelectMany(fold => fold)];
    }

    private JointLayer? TrainJoint(List<LeftOutAnswer>[] folds) =>
        folds.Length == 0 ? null : new JointTrainer(settings.Members.Count, settings.Seed).Train([.. folds.SelectMany(fold => fold)]);

    private ModelMember[] TrainMembers(IReadOnlyList<TrainingCase> cases)
    {
        var rows = new KeptRows(cases, settings.Bits, settings.LeastCases);
        return [.. settings.Members.Select((hidden, index) => new MemberTrainer(settings, rows, hidden, settings.Seed + index).Train(cases))];
    }

    private ScoredCase Judge(LeftOutAnswer answer, ModelThresholds thresholds)
    {
        var judge = new FixedJudge(TrainedJudge.Decide(answer.Answers, thresholds));
        var triage = new EmbeddedTriage(book, judge, new NoAddresses(), people, new TriageOptions(), NullLogger<EmbeddedTriage>.Instance);
        return new ScoredCase(answer.Item.Case, triage.Assess(TriageInput.FromText(answer.Item.Case.Text)));
    }

    private ModelCard Card(IReadOnlyList<LabelledCase> labelled, List<TrainingCase> cases, ModelThresholds thresholds, IReadOnlyList<string>? score)
    {
        var data = Digest(string.Join('\n', labelled.Select(item => System.Text.Json.JsonSerializer.Serialize(item, TriageJson.Compact))));
        var version = "triage-1:" + Digest(data + book.Version + settings)[..8];
        return new ModelCard(
            version,
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            cases.Count,
            Authors(cases),
            data[..16],
            book.Version,
            settings.ToString(),
            thresholds,
            score);
    }

    private ModelCard EmptyCard() => new(string.Empty, default, 0, [], string.Empty, book.Version, string.Empty, new ModelThresholds(0, 0, 0, 0, 0, 0), null);

    private static IReadOnlyList<string> Authors(List<TrainingCase> cases) =>
        [.. cases.Select(item => item.Case.Author()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // The reader of addresses learns from the same authors; it is scored where it is trained.
    private sealed class NoAddresses : IAddressReader
    {
        public AddressReading Read(IReadOnlyList<TriageTurn> turns) => AddressReading.None;
    }

    private sealed class FixedJudge(Judgement judgement) : ICallJudge
    {
        public string? Version => null;

        public Judgement Judge(CallFacts facts) => judgement;
    }
}
