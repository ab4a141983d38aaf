namespace CallIntake.Engine.Speech;

/// <summary>What is known before an utterance is recognised.</summary>
/// <param name="Language">The language to expect (ru, kk), because the call was in it so far; what is heard is judged all the same. Null: none.</param>
/// <param name="Hints">Words that are likely (streets, emergencies); they bias and are no evidence that they were said.</param>
/// <param name="Urgent">Whether it goes to the front of the queue.</param>
public sealed record RecognitionRequest(string? Language = null, IReadOnlyList<string>? Hints = null, bool Urgent = false);
