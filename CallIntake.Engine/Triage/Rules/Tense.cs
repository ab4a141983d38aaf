namespace CallIntake.Engine.Triage.Rules;

/// <summary>When something happens by the form of its word.</summary>
internal enum Tense
{
    /// <summary>The word has no tense: a noun, an infinitive.</summary>
    None,

    /// <summary>Going on now.</summary>
    Now,

    /// <summary>Over.</summary>
    Past,

    /// <summary>Only a condition or a wish.</summary>
    Conditional,
}
