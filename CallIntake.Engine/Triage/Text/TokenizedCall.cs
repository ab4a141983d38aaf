namespace CallIntake.Engine.Triage.Text;

/// <summary>The words of a whole call in order, with sentences. Immutable.</summary>
/// <param name="Tokens">All words.</param>
/// <param name="Questions">For every sentence, whether it ends with a question mark.</param>
/// <param name="Turns">The turns the words come from.</param>
internal sealed record TokenizedCall(Token[] Tokens, bool[] Questions, IReadOnlyList<TriageTurn> Turns);
