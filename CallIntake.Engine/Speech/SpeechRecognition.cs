namespace CallIntake.Engine.Speech;

/// <summary>What a recogniser heard.</summary>
/// <param name="Text">The text; empty where there was no speech.</param>
/// <param name="Language">ru, kk or mixed; null where unknown.</param>
/// <param name="LanguageProbability">0 to 1.</param>
/// <param name="Confidence">How sure it is of the words, 0 to 1.</param>
/// <param name="Words">Words with times from the start of the audio; possibly none where the provider gives none.</param>
/// <param name="Recognizer">Name and model of what heard it.</param>
public sealed record SpeechRecognition(
    string Text,
    string? Language,
    double LanguageProbability,
    double Confidence,
    IReadOnlyList<RecognizedWord> Words,
    string Recognizer)
{
    /// <summary>No speech was heard.</summary>
    public static SpeechRecognition Nothing(string recognizer) => new(string.Empty, null, 0, 1, [], recognizer);
}
