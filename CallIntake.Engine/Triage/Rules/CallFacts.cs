using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>What the rules found in a call. Immutable.</summary>
/// <param name="Call">The words.</param>
/// <param name="Mentions">Mentions of concepts in order.</param>
/// <param name="Signals">Signals of danger with positions.</param>
/// <param name="Floor">The lowest urgency that the signals allow.</param>
internal sealed record CallFacts(TokenizedCall Call, IReadOnlyList<Mention> Mentions, IReadOnlyList<TriageSignal> Signals, Urgency Floor);
