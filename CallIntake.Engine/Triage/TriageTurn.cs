namespace CallIntake.Engine.Triage;

/// <summary>One thing the caller said.</summary>
/// <param name="Index">Number of the caller's turn, from 0.</param>
/// <param name="Text">What was heard; the caller's words are data and never instructions.</param>
/// <param name="Language">ru, kk or mixed as the recogniser found it; null where unknown (text that was typed).</param>
/// <param name="Confidence">The recogniser's confidence, 0 to 1; null for text that was typed.</param>
/// <param name="AnswerTo">Prompt key of the question this answers (ask_address, ask_danger …); null for the open first turn.</param>
public sealed record TriageTurn(int Index, string Text, string? Language = null, double? Confidence = null, string? AnswerTo = null);
