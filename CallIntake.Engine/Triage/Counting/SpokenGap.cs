namespace CallIntake.Engine.Triage.Counting;

/// <summary>What stands between a token and the one before it. The strongest wins.</summary>
internal enum SpokenGap
{
    /// <summary>Nothing or white space.</summary>
    Space,

    /// <summary>A hyphen without white space, as in Аксай-3.</summary>
    Hyphen,

    /// <summary>A slash, as in 45/2.</summary>
    Slash,

    /// <summary>A dash with white space, or a long dash.</summary>
    Dash,

    /// <summary>An opening or closing quote or bracket.</summary>
    Quote,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>The end of a sentence, a colon, a semicolon, or the start of the text.</summary>
    Stop,
}
