using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks with a program of the site's choice. Thread-safe.</summary>
internal sealed class CommandSynthesizer(IOptions<CommandVoiceOptions> options) : ISpeechSynthesizer, ICacheableVoice, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string SynthesizerName = "command";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => options.Value.Russian.Length + options.Value.Kazakh.Length > 0;

    /// <inheritdoc />
    public ProviderCard Describe(string language)
    {
        var key = $"{CommandVoiceOptions.SectionName}:{(language == "kk" ? nameof(options.Value.Kazakh) : nameof(options.Value.Russian))}";
        return Command(language) switch
        {
            [] => new ProviderCard("no program", "none", $"{key} names no program.", IsLocal: true),
            [var program, ..] => new ProviderCard(program, "that of the program", VoiceProgram.Find(program) is null ? $"{key}: {program} is not installed." : null, IsLocal: true),
        };
    }

    /// <inheritdoc />
    public string Settings(string language) => string.Join(' ', Command(language));

    /// <inheritdoc />
    public double Volume(string language) => options.Value.Volume(language);

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        var command = Command(language);
        if (command.Length == 0)
        {
            throw new SpeechException($"{Name}: {CommandVoiceOptions.SectionName} has no program for {language}.");
        }

        var program = VoiceProgram.Find(command[0]) ?? throw new SpeechException($"{Name}: {command[0]} is not installed.");
        return VoiceAudio.Parse(await VoiceProgram.RunAsync(program, command.Skip(1), text, cancellationToken), null, Name);
    }

    private string[] Command(string language) => language == "kk" ? options.Value.Kazakh : options.Value.Russian;
}
