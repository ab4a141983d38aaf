using System.Runtime.CompilerServices;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Synthesis;
using CallIntake.Engine.Speech.Whisper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>Hearing and speaking outside a call: what the command line measures and makes. Thread-safe.</summary>
public sealed class SpeechWorkbench
{
    private readonly IServiceProvider _services;
    private readonly string[] _names;

    internal SpeechWorkbench(IServiceProvider services, IEnumerable<RecognizerRegistration> recognizers)
    {
        _services = services;
        _names = recognizers.Select(recognizer => recognizer.Name).ToArray();
    }

    /// <summary>Names of all recognisers there are.</summary>
    public IReadOnlyList<string> Recognizers => _names;

    /// <summary>Hears a recording as a trial says. A part that cannot be heard is missing from the text and named.</summary>
    /// <param name="wavPath">Path of the recording.</param>
    /// <param name="trial">Who hears, and how.</param>
    /// <param name="progress">Told after each piece how far it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpeechException">The file cannot be read or nobody could hear it.</exception>
    public Task<Transcription> TranscribeAsync(
        string wavPath, SpeechTrial trial, IProgress<HearingProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return _services.GetRequiredService<Transcriber>()
            .TranscribeAsync(wavPath, Chain(trial), new RecognitionRequest(trial.Language), progress, cancellationToken);
    }

    /// <summary>Loads the model where the trial needs it, so that the first file's time is not that of loading.</summary>
    public Task WarmUpAsync(SpeechTrial trial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var names = trial.Recognizer is { } only ? [only] : _services.GetRequiredService<IOptions<RecognitionOptions>>().Value.Chain("ru");
        return names.Contains(WhisperRecognizer.RecognizerName, StringComparer.Ordinal)
            ? _services.GetRequiredService<WhisperRecognizer>().WarmUpAsync(cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Copies a telephone WAV to a path, whole or not at all.</summary>
    /// <exception cref="SpeechException">Source or target cannot be used.</exception>
    public static Task SaveAsync(string from, string to, CancellationToken cancellationToken) =>
        WavWriter.WriteTelephoneAsync(to, WavReader.Read(from), cancellationToken);

    /// <summary>What is wrong with the recorded phrases: one sentence each, with the file; none where all are fit for the telephone.</summary>
    public IReadOnlyList<string> CheckPrompts() => PromptCheck.Find(
        _services.GetRequiredService<PromptCatalogue>(), _services.GetRequiredService<IOptions<SynthesisOptions>>().Value.LevelDecibels).ToArray();

    /// <summary>Speaks fixed phrases with the configured voice and puts them in their place.</summary>
    /// <param name="language">ru or kk.</param>
    /// <param name="overwrite">Whether recordings that exist are replaced.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="SpeechException">No voice can speak, or a file cannot be written.</exception>
    public async IAsyncEnumerable<string> RenderPromptsAsync(
        string language, bool overwrite, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompts = _services.GetRequiredService<PromptCatalogue>();
        var output = _services.GetRequiredService<ISpeechOutput>();
        foreach (var key in prompts.Keys)
        {
            var target = prompts.PathOf(key, language) ?? throw new SpeechException($"'{language}' is not ru or kk.");
            if (overwrite || !File.Exists(target))
            {
                var spoken = await output.SpeakAsync(prompts.Text(key, language), language, cancellationToken)
                    ?? throw new SpeechException($"No voice of {SynthesisOptions.SectionName}:Chains:{language} could speak '{key}'.");
                await SaveAsync(spoken, target, cancellationToken);
                yield return target;
            }
        }
    }

    private RecognizerChain Chain(SpeechTrial trial)
    {
        var chains = _services.GetRequiredService<OfflineChains>();
        var language = trial.Language ?? "ru";
        if (!trial.FullWindow && trial.Beam is null)
        {
            return chains.Of(language, trial.Recognizer);
        }

        var configured = WhisperTuning.From(_services.GetRequiredService<IOptions<WhisperOptions>>().Value);
        var tuning = configured with
        {
            MinimumWindow = trial.FullWindow ? WhisperWindow.Full : configured.MinimumWindow,
            BeamSize = trial.Beam ?? configured.BeamSize,
            BeamBelow = trial.Beam switch { null => configured.BeamBelow, 1 => 0, _ => 1 },
        };
        return chains.Of(language, [new TunedWhisper(_services.GetRequiredService<WhisperRecognizer>(), tuning)]);
    }
}
