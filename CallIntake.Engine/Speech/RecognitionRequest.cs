namespace CallIntake.Engine.Speech;

/// <summary>What is known before an utterance is recognised.</summary>
/// <param name="Language">The language to force (ru, kk); null lets the recogniser decide.</param>
/// <param name="Hints">Words that are likely (streets, emergencies); they bias and are no evidence that they were said.</param>
/// <param name="Urgent">Whether it goes to the front of the queue.</param>
public sealed record RecognitionRequest(string? Language = null, IReadOnlyList<string>? Hints = null, bool Urgent = false);
