namespace CallIntake.Engine.Triage.Scoring;

/// <summary>A call that a person has labelled by the triage guide; the format of <c>triage/cases</c>.</summary>
public sealed record LabelledCase
{
    /// <summary>Tag of a case whose place nobody labelled; scores and training of addresses leave it aside.</summary>
    public const string NoAddressTag = "no-address";

    /// <summary>Unique; begins with the author, as in a01-007.</summary>
    public required string Id { get; init; }

    /// <summary>What the caller said.</summary>
    public required string Text { get; init; }

    /// <summary>ru, kk or mixed.</summary>
    public string? Lang { get; init; }

    /// <summary>Label; null in a file without labels, as are the other labels.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Label.</summary>
    public string? Category { get; init; }

    /// <summary>Label; null where no place was said, or where the tag <see cref="NoAddressTag"/> says that nobody labelled it.</summary>
    public AddressParts? Address { get; init; }

    /// <summary>Label.</summary>
    public bool CurrentDanger { get; init; }

    /// <summary>Label.</summary>
    public int? PeopleInvolved { get; init; }

    /// <summary>Label.</summary>
    public bool Weapons { get; init; }

    /// <summary>Label.</summary>
    public string? RecommendedDepartment { get; init; }

    /// <summary>Label.</summary>
    public IReadOnlyList<string> AlsoNotify { get; init; } = [];

    /// <summary>Kind of text: asr, trap, heard, pair …</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Contrast group within the author; null for a case of its own.</summary>
    public string? Group { get; init; }

    /// <summary>Whether <see cref="Address"/> is a label, be it null.</summary>
    public bool HasAddressLabel() => !Tags.Contains(NoAddressTag);

    /// <summary>The contrast scene among all authors; null for a case of its own.</summary>
    public string? Scene() => Group is null ? null : Author() + " " + Group;

    /// <summary>Who wrote the case: what stands before the first hyphen of the id.</summary>
    public string Author() => Id.Split('-')[0];

    /// <summary>Whether the author's name begins with one of these.</summary>
    public bool IsBy(IEnumerable<string> beginnings) => beginnings.Any(start => Author().StartsWith(start, StringComparison.Ordinal));
}
