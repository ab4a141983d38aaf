namespace CallIntake.Engine.Triage.Refining;

/// <summary>What a language model made of a call, after validation; null where a field was missing or could not be used.</summary>
internal sealed record ModelAnswer
{
    public Urgency? Urgency { get; init; }

    public string? Category { get; init; }

    public string? Address { get; init; }

    public bool? CurrentDanger { get; init; }

    public int? PeopleInvolved { get; init; }

    public bool? Weapons { get; init; }

    public string? Department { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<string> AlsoNotify { get; init; } = [];
}
