namespace CallIntake.Engine.Speech;

/// <summary>What is known before an utterance is recognised.</summary>
/// <param name="Language">The language to expect (ru, kk), because the call was in it so far; what is heard is judged all the same. Null: none.</param>
/// <param name="Hints">
/// Words that are likely (emergencies, streets); they bias and are no evidence that they were said. Null takes those of the configuration,
/// an empty list none.
/// </param>
/// <param name="Urgent">Whether it goes to the front of the queue.</param>
/// <param name="Until">When an answer comes too late; null for never. Set where the deadline is kept.</param>
public sealed record RecognitionRequest(string? Language = null, IReadOnlyList<string>? Hints = null, bool Urgent = false, DateTimeOffset? Until = null);
