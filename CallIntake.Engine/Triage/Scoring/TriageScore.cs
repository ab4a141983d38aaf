namespace CallIntake.Engine.Triage.Scoring;

/// <summary>
/// How well records agree with labels. Shares are 0 to 1. A critical call is lost where it was graded medium or low and not given to a
/// human: nobody would look.
/// </summary>
public sealed record TriageScore
{
    /// <summary>Cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Critical labels.</summary>
    public required int CriticalCases { get; init; }

    /// <summary>Share of critical labels graded critical.</summary>
    public required double CriticalRecall { get; init; }

    /// <summary>95 % interval (Wilson) of the critical recall.</summary>
    public required (double Low, double High) CriticalInterval { get; init; }

    /// <summary>Share of critical labels graded medium or low and not given to a human.</summary>
    public required double CriticalLost { get; init; }

    /// <summary>Share graded lower than the label.</summary>
    public required double UnderGraded { get; init; }

    /// <summary>Share graded higher than the label.</summary>
    public required double OverGraded { get; init; }

    /// <summary>Share graded as the label.</summary>
    public required double UrgencyExact { get; init; }

    /// <summary>Mean F1 of the categories that occur in the labels.</summary>
    public required double CategoryMacroF1 { get; init; }

    /// <summary>Share with the right category.</summary>
    public required double CategoryAccuracy { get; init; }

    /// <summary>Share with the right department.</summary>
    public required double Department { get; init; }

    /// <summary>Share with the right answer on weapons.</summary>
    public required double Weapons { get; init; }

    /// <summary>Share with the right answer on danger.</summary>
    public required double Danger { get; init; }

    /// <summary>Share with the right number of people.</summary>
    public required double People { get; init; }

    /// <summary>Share of labels with a street where it is exact after folding.</summary>
    public required double Street { get; init; }

    /// <summary>Share of labels with a house where it is exact.</summary>
    public required double House { get; init; }

    /// <summary>Share of labels without address where the record has a street or house.</summary>
    public required double InventedAddress { get; init; }

    /// <summary>Share given to a human.</summary>
    public required double NeedsHuman { get; init; }

    /// <summary>Contrast scenes.</summary>
    public required int Scenes { get; init; }

    /// <summary>Share of scenes with every urgency right.</summary>
    public required double ScenesRight { get; init; }

    /// <summary>Rows label, columns record: low, medium, high, critical.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }
}
