using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>Section <c>Speech:Whisper</c>: the embedded recogniser.</summary>
public sealed class WhisperOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Whisper";

    /// <summary>Path of a ggml model. Default <c>models/ggml-base-q8_0.bin</c>.</summary>
    [Required]
    public string Model { get; set; } = "models/ggml-base-q8_0.bin";

    /// <summary>Languages the model understands well enough to be trusted. The bundled one: ru only.</summary>
    public string[] Languages { get; set; } = [];

    /// <summary>Turns decoded at once. 0 (default) takes one for every two processor cores.</summary>
    [Range(0, 64)]
    public int Processors { get; set; }

    /// <summary>Threads of one decode. 0 (default) takes 2, or 1 on a single core.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>Turns that may wait; one more is refused, and its call goes to a human. Default 16.</summary>
    [Range(1, 1000)]
    public int QueueLength { get; set; } = 16;

    /// <summary>
    /// Smallest window given to the encoder, in positions of 20 ms; 1500 is the full window of 30 s. Default 384: on telephone prompts as
    /// accurate as 512 (17.2 against 17.0 % of words wrong) and a fifth faster; at 256 errors grow and the decoder begins to loop.
    /// </summary>
    [Range(64, 1500)]
    public int MinimumWindow { get; set; } = 384;

    /// <summary>
    /// Confidence that speaks neither for nor against Russian, 0 to 1; a turn improbable as Russian is decoded once more as Kazakh. Default 0.5.
    /// </summary>
    [Range(0, 1)]
    public double DoubtfulConfidence { get; set; } = 0.5;

    /// <summary>Width of the search of a second decode for doubtful texts, 2 to 8. Default 5; 2 and 3 do not pay.</summary>
    [Range(2, 8)]
    public int BeamSize { get; set; } = 5;

    /// <summary>
    /// Sentences with names and words that callers are likely to say (<see cref="WhisperPrompt"/>), told to the second decode of Russian.
    /// Default <c>models/prompt-ru.txt</c>; empty for none.
    /// </summary>
    public string Prompt { get; set; } = "models/prompt-ru.txt";

    /// <summary>
    /// Whether the streets of the gazetteer that callers say most fill what the prompt's length leaves free. Default true. Without a
    /// <see cref="Prompt"/> there are none.
    /// </summary>
    public bool PromptStreets { get; set; } = true;

    /// <summary>Confidence under which that second decode is made, 0 (never) to 1 (always, without a first). Default 0.75.</summary>
    [Range(0, 1)]
    public double BeamBelow { get; set; } = 0.75;
}
