namespace CallIntake.Engine.Speech.Numbers;

/// <summary>Which form a Russian noun has after a number.</summary>
internal enum CountForm
{
    /// <summary>1 час, 21 час.</summary>
    One,

    /// <summary>2 часа, 23 часа.</summary>
    Few,

    /// <summary>5 часов, 11 часов.</summary>
    Many,
}
