namespace CallIntake.Engine.Speech;

/// <summary>Gives telephone sound files (8 kHz, 16 bit, mono WAV) for what the intake says. Thread-safe, never throws for a missing voice.</summary>
public interface ISpeechOutput
{
    /// <summary>The recorded phrase of a prompt key in a language; null where there is none.</summary>
    string? FindPrompt(string key, string language);

    /// <summary>The text of a prompt key in a language, for the transcript.</summary>
    string PromptText(string key, string language);

    /// <summary>Speaks a sentence made for this call; null where no voice is available or it failed in time. The path is absolute.</summary>
    Task<string?> SpeakAsync(string text, string language, CancellationToken cancellationToken);
}
