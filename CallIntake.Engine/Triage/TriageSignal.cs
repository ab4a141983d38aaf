namespace CallIntake.Engine.Triage;

/// <summary>A piece of what the caller said that speaks of danger.</summary>
/// <param name="Kind">Code of the rule's kind, such as violence_now.</param>
/// <param name="Text">The words themselves, exactly as in the turn.</param>
/// <param name="Turn">Index of the caller's turn, from 0.</param>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="End">One past the last character.</param>
public sealed record TriageSignal(string Kind, string Text, int Turn, int Start, int End);
