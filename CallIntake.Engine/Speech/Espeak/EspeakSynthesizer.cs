using System.Globalization;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Espeak;

/// <summary>Speaks with espeak-ng in a process of its own: 22,050 Hz WAV on standard output, its length fields are nonsense. Thread-safe.</summary>
internal sealed class EspeakSynthesizer(IOptions<EspeakOptions> options) : ISpeechSynthesizer, ICacheableVoice, IDescribed
{
    /// <summary>Name in the chains.</summary>
    public const string SynthesizerName = "espeak";

    private readonly Lazy<string?> _program = new(() => VoiceProgram.Find(options.Value.Program));

    /// <inheritdoc />
    public string Name => SynthesizerName;

    /// <inheritdoc />
    public bool IsAvailable => _program.Value is not null;

    /// <inheritdoc />
    public ProviderCard Describe(string language) => new(
        $"{options.Value.Program}, voice {Voice(language)}",
        "GPL-3.0",
        IsAvailable ? null : $"{EspeakOptions.SectionName}:Program: {options.Value.Program} is not installed (apt-get install espeak-ng): only recorded phrases are spoken, the address is not read back.",
        IsLocal: true);

    /// <inheritdoc />
    public string Settings(string language) => string.Create(CultureInfo.InvariantCulture, $"{options.Value.Program} {Voice(language)} {Rate(language)}");

    /// <inheritdoc />
    public double Volume(string language) => options.Value.Volume(language);

    /// <inheritdoc />
    public async Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
    {
        var program = _program.Value ?? throw new SpeechException($"{Name}: {options.Value.Program} is not installed.");
        string[] arguments =
        [
            "-v", Voice(language), "-s", Rate(language).ToString(CultureInfo.InvariantCulture), "--stdin", "--stdout",
        ];
        var audio = WavReader.Parse(await VoiceProgram.RunAsync(program, arguments, text, cancellationToken), Name);
        return audio.Samples.IsEmpty ? throw new SpeechException($"{Name}: no sound came out.") : audio;
    }

    private int Rate(string language) => (language == "kk" ? options.Value.KazakhRate : options.Value.RussianRate) ?? options.Value.Rate;

    private string Voice(string language) => language == "kk" ? options.Value.KazakhVoice : options.Value.RussianVoice;
}
