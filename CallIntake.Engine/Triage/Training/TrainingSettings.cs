namespace CallIntake.Engine.Triage.Training;

/// <summary>How a model is trained. The defaults were found on authors left out.</summary>
internal sealed record TrainingSettings
{
    /// <summary>The features live in 2^Bits buckets.</summary>
    public int Bits { get; init; } = 20;

    /// <summary>Hidden units of each member; 0 is a member without hidden layer.</summary>
    public IReadOnlyList<int> Members { get; init; } = [0, 0, 64, 64];

    /// <summary>Passes over the cases, without and with hidden layer.</summary>
    public (int Plain, int Hidden) Epochs { get; init; } = (16, 12);

    /// <summary>Size of the steps, without and with hidden layer.</summary>
    public (float Plain, float Hidden) Rate { get; init; } = (0.1f, 0.03f);

    /// <summary>Pull towards zero, without and with hidden layer.</summary>
    public (float Plain, float Hidden) Decay { get; init; } = (1e-5f, 1e-6f);

    /// <summary>Share of the features left out of each step.</summary>
    public float FeatureDrop { get; init; } = 0.2f;

    /// <summary>Share of the hidden units left out of each step.</summary>
    public float HiddenDrop { get; init; } = 0.3f;

    /// <summary>Share of probability that is spread over all answers.</summary>
    public float Smoothing { get; init; } = 0.05f;

    /// <summary>Buckets seen in fewer cases are not kept.</summary>
    public int LeastCases { get; init; } = 12;

    /// <summary>Beginnings of the names of the authors on whose calls the thresholds are placed, with blanks between; empty for all.</summary>
    public string PlacedOn { get; init; } = string.Empty;

    /// <summary>Groups of authors left out in turn; 0 trains without scoring.</summary>
    public int Folds { get; init; } = 7;

    /// <summary>Makes the training repeatable.</summary>
    public int Seed { get; init; } = 1;
}
