namespace CallIntake.Engine.Speech;

/// <summary>One way to turn a sentence into speech. Thread-safe. Failures are <see cref="SpeechException"/>.</summary>
public interface ISpeechSynthesizer
{
    /// <summary>Name used in the chains of the configuration (espeak …).</summary>
    string Name { get; }

    /// <summary>Whether it can speak here and now (the program is installed, the server is configured).</summary>
    bool IsAvailable { get; }

    /// <summary>Speaks one sentence in a language (ru, kk); returns mono PCM at any rate.</summary>
    Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken);
}
