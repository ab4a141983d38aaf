using CallIntake.Engine.Speech;

namespace CallIntake.Engine.Calls;

/// <summary>One turn of the conversation.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Index">For the caller: number of the caller's turn from 0, the one that signals refer to. For the machine: -1.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">Seconds from the start of the call (and of the mixed recording).</param>
/// <param name="Language">ru, kk, mixed or null.</param>
/// <param name="Confidence">The recogniser's confidence, 0 to 1; null for the machine.</param>
/// <param name="Words">Words with times from the start of the turn; possibly none.</param>
/// <param name="PromptKey">For the machine: the prompt's key; for the caller: the key of the question answered, null for the first.</param>
public sealed record CallTurn(
    Speaker Speaker,
    int Index,
    string Text,
    double At,
    string? Language = null,
    double? Confidence = null,
    IReadOnlyList<RecognizedWord>? Words = null,
    string? PromptKey = null);
