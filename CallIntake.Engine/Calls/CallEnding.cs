namespace CallIntake.Engine.Calls;

/// <summary>How the machine's part of a call ends, and what is said.</summary>
/// <param name="Kind">The way.</param>
/// <param name="PromptKey">The phrase to say; null says nothing.</param>
/// <param name="Reason">Code of <see cref="Triage.HumanReasons"/>, or the part that failed.</param>
/// <param name="Unheard">After a hang-up: recordings of a turn that nobody has listened to yet.</param>
internal sealed record CallEnding(CallEndingKind Kind, string? PromptKey = null, string? Reason = null, Utterance? Unheard = null);
