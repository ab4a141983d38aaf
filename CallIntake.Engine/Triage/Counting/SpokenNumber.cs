namespace CallIntake.Engine.Triage.Counting;

/// <summary>A number said in one or several tokens.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Length">How many tokens it takes.</param>
/// <param name="Ordinal">Whether its last word says the order.</param>
/// <param name="Kazakh">Whether it is said in Kazakh words.</param>
/// <param name="Letter">The house letter glued to digits ("12а"), else null.</param>
internal readonly record struct SpokenNumber(int Value, int Length, bool Ordinal, bool Kazakh, string? Letter);
