namespace CallIntake.Engine.Triage.Address.Training;

/// <summary>How the tagger learns.</summary>
internal sealed record PlaceTrainingOptions
{
    /// <summary>The table has two to this power rows; 16 to 20.</summary>
    public int Bits { get; init; } = 18;

    /// <summary>Rounds over all cases.</summary>
    public int Rounds { get; init; } = 8;

    /// <summary>Step of the gradient.</summary>
    public double Rate { get; init; } = 0.08;

    /// <summary>Pull of every weight towards zero.</summary>
    public double Decay { get; init; } = 2e-5;

    /// <summary>Rows met less often are left out.</summary>
    public int RowsFrom { get; init; } = 2;

    /// <summary>A word met so often outside addresses is a common word.</summary>
    public int CommonFrom { get; init; } = 3;

    /// <summary>Share of names whose word is hidden in a round.</summary>
    public double ForgetName { get; init; } = 0.35;

    /// <summary>Share of other words that are hidden in a round.</summary>
    public double ForgetWord { get; init; } = 0.04;

    /// <summary>Share of names the gazetteer is silent about in a round.</summary>
    public double ForgetKnown { get; init; } = 0.25;

    /// <summary>Share of texts for which the gazetteer is silent in a round.</summary>
    public double Blind { get; init; } = 0.1;
}
