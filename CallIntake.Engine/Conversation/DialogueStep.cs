namespace CallIntake.Engine.Conversation;

/// <summary>The next step of a conversation.</summary>
/// <param name="Action">What to do.</param>
/// <param name="PromptKey">The phrase to say.</param>
/// <param name="Reason">For a hand-over: the code of <see cref="Triage.HumanReasons"/> that led to it.</param>
public sealed record DialogueStep(DialogueAction Action, string PromptKey, string? Reason = null);
