using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Speaks with a program of the site's choice. Thread-safe.</summary>
internal sealed class CommandSynthesizer(IOptions<CommandVoiceOptions> options) : ISpeechSynthesizer, ICacheableVoice
{
    /// <summary>Name in the chains.</summary>
    public const string SynthesizerName = "command";

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => options.Value.Russian.Length + options.Value.Kazakh.Length > 0;

    /// <inheritdoc />
    public string Settings(string language) => string.Join(' ', Command(language));

    /// <inheritdoc />
    public double Volume(string language) => language == "kk" ? options.Value.KazakhVolume : options.Value.RussianVolume;

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
