namespace CallIntake.Engine.Triage.Rules;

/// <summary>One condition of a floor: a concept and how it must be mentioned.</summary>
/// <param name="Concept">Index of the concept.</param>
/// <param name="Tense">The tense it must have; null where any does.</param>
/// <param name="Absent">The call must not mention it.</param>
/// <param name="Anywhere">May stand anywhere in the call; else within two sentences of the first term.</param>
internal sealed record FloorTerm(int Concept, Tense? Tense, bool Absent, bool Anywhere);
