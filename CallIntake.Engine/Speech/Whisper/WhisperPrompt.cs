using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Hints;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Text that the decoder is told before it begins: streets and words of emergency. It puts names right that a small model does not know,
/// and it makes the model invent them; what it adds is checked by <see cref="PromptGuard"/>. Immutable.
/// </summary>
internal sealed class WhisperPrompt
{
    // The decoder takes 224 tokens of prompt, and a token of the multilingual models holds two to three Russian letters.
    private const int MostLetters = 480;

    // Shorter words are said in every sentence.
    private const int ShortestSuggestion = 4;

    private readonly Lazy<string?> _text;
    private readonly Lazy<IReadOnlySet<string>> _words;

    /// <summary>The prompt of the configuration; read when first asked for.</summary>
    public WhisperPrompt(IOptions<WhisperOptions> options, IStreetNames streets, ContentPaths paths, ILogger<WhisperPrompt> logger)
    {
        _text = new(() => Read(options.Value.Prompt, paths, logger) is { } text
            ? WithStreets(text, options.Value.PromptStreets ? streets.Of("ru") : [])
            : null);
        _words = new(() => (Text ?? string.Empty).Split([' ', ',', '.', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestSuggestion)
            .ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The text; null for none.</summary>
    public string? Text => _text.Value;

    /// <summary>Words, as the text writes them, that may come from the prompt instead of the caller.</summary>
    public IReadOnlySet<string> Words => _words.Value;

    /// <summary>
    /// The text with the streets that fit before it, as a sentence of their own: the decoder takes its manner from what it was told last, and
    /// what is too long is cut off at the front.
    /// </summary>
    private static string WithStreets(string text, IReadOnlyList<string> streets)
    {
        const string Beginning = "Улица ";
        const string End = ". ";
        var free = MostLetters - text.Length - Beginning.Length - End.Length;
        var names = HintLimits.Take(
            streets.Where(street => char.IsUpper(street[0]) && !text.Contains(street, StringComparison.OrdinalIgnoreCase)), int.MaxValue, free).ToList();
        return names.Count == 0 ? text : $"{Beginning}{string.Join(", ", names)}{End}{text}";
    }

    private static string? Read(string file, ContentPaths paths, ILogger logger)
    {
        var text = string.Join(' ', HintFile.Read(file, $"{WhisperOptions.SectionName}:{nameof(WhisperOptions.Prompt)}", paths, logger));
        return text.Length == 0 ? null : text.Length > MostLetters ? text[..MostLetters] : text;
    }
}
