namespace CallIntake.Engine.Speech;

/// <summary>A turn as heard.</summary>
/// <param name="Recognition">Text, language, words and confidence.</param>
/// <param name="Speech">Where somebody speaks; none for silence.</param>
/// <param name="HasSound">Whether there is more than line noise (voices in the background, blows) even though no words were found.</param>
/// <param name="Duration">Length of the recording.</param>
/// <param name="Understood">False where the language is unknown or one no configured recogniser is fit for: the text is not to be trusted.</param>
/// <param name="Elapsed">How long hearing took.</param>
public sealed record Transcription(
    SpeechRecognition Recognition,
    IReadOnlyList<SpeechSegment> Speech,
    bool HasSound,
    TimeSpan Duration,
    bool Understood,
    TimeSpan Elapsed)
{
    /// <summary>Parts that could not be heard and are missing from the text. A turn of a call has none: it fails as a whole.</summary>
    public IReadOnlyList<MissingSpeech> Missing { get; init; } = [];

    /// <summary>The text heard; empty for silence.</summary>
    public string Text => Recognition.Text;

    /// <summary>Whether any words were heard.</summary>
    public bool HasWords => Recognition.Text.Length > 0;
}
