using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Calls;

/// <summary>Judges by marks in the text: [critical], [high], [medium], category=NAME, address=NAME, [unclear].</summary>
internal sealed class FakeTriage : ITriage, ITriageRefiner
{
    public Func<TriageRecord, TriageRecord> Refine { get; set; } = record => record;

    public TriageRecord Assess(TriageInput input)
    {
        var text = string.Join(' ', input.Turns.Select(turn => turn.Text));
        var record = new TriageRecord
        {
            Urgency = text switch
            {
                _ when text.Contains("[critical]", StringComparison.Ordinal) => Urgency.Critical,
                _ when text.Contains("[high]", StringComparison.Ordinal) => Urgency.High,
                _ when text.Contains("[medium]", StringComparison.Ordinal) => Urgency.Medium,
                _ => Urgency.Low,
            },
            Category = Mark(text, "category=") ?? Categories.Other,
            Address = Mark(text, "address="),
            AddressParts = new AddressParts(Street: Mark(text, "address=")),
            Summary = text,
        };
        return text.Contains("[unclear]", StringComparison.Ordinal) ? record.WithHumanReason(HumanReasons.Unclear) : record;
    }

    public Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord embedded, CancellationToken cancellationToken) => Task.FromResult(Refine(embedded));

    private static string? Mark(string text, string name) =>
        text.Split(' ').LastOrDefault(word => word.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
