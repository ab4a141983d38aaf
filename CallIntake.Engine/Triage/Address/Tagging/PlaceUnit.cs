using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>A word, or a number with all its words: what one tag stands for.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">Number of its tokens.</param>
/// <param name="Plain">The folded word; for a number its first word.</param>
/// <param name="Number">The number; null for a word.</param>
/// <param name="Label">The number as written in addresses ("12а", "45/2"); null for a word.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct PlaceUnit(int First, int Count, string Plain, SpokenNumber? Number, string? Label, SpokenGap Gap)
{
    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Number is not null;

    /// <summary>The number as written in addresses, or the folded word.</summary>
    public string Written => Label ?? Plain;
}
