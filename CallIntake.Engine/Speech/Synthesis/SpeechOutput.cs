using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Numbers;
using CallIntake.Engine.Speech.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>Fixed phrases from disk, live sentences from the first voice of the language that can speak, through the cache. Thread-safe.</summary>
internal sealed class SpeechOutput(
    PromptCatalogue prompts,
    SpeechCache cache,
    IServiceProvider services,
    IOptions<SynthesisOptions> options,
    TimeProvider time,
    SpeechMetrics metrics,
    ProviderHealth health,
    ILogger<SpeechOutput> logger) : ISpeechOutput
{
    private const int LongestText = 600;

    // Kept for each voice further down the chain: espeak-ng speaks an address in less.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(0.75);

    /// <inheritdoc />
    public string? FindPrompt(string key, string language) => prompts.Find(key, language);

    /// <inheritdoc />
    public string PromptText(string key, string language) => prompts.Text(key, language);

    /// <inheritdoc />
    public async Task<string?> SpeakAsync(string text, string language, CancellationToken cancellationToken)
    {
        var sentence = SpokenText.Expand(Clean(text), language);
        if (sentence.Length is 0 or > LongestText)
        {
            return null;
        }

        var began = time.GetTimestamp();
        var voices = options.Value.Chain(language).Select(name => services.GetRequiredKeyedService<ISpeechSynthesizer>(name)).Where(voice => voice.IsAvailable).ToArray();
        for (var i = 0; i < voices.Length && Share(time.GetElapsedTime(began), voices.Length - i) is { } share; i++)
        {
            if (await SpeakAsync(voices[i], sentence, language, share, cancellationToken) is { } path)
            {
                return path;
            }
        }

        metrics.Spoke("none");
        return null;
    }

    /// <summary>What the next voice may take of the deadline, so that one that hangs leaves time for those behind it; null where none is left.</summary>
    private TimeSpan? Share(TimeSpan elapsed, int voices)
    {
        var left = options.Value.Deadline - elapsed;
        var share = Math.Max((left / voices).Ticks, (left - ((voices - 1) * Reserve)).Ticks);
        return share > 0 ? TimeSpan.FromTicks(share) : null;
    }

    private async Task<string?> SpeakAsync(ISpeechSynthesizer voice, string text, string language, TimeSpan share, CancellationToken cancellationToken)
    {
        var key = CacheKey.Of(voice, language, options.Value);
        if (cache.Find(text, language, key) is { } known)
        {
            metrics.Spoke("cached");
            return known;
        }

        using var late = new CancellationTokenSource(share, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var audio = await voice.SynthesizeAsync(text, language, either.Token).WaitAsync(either.Token);
            var telephone = ActiveSpeechLevel.To(
                Resampler.To(audio, WavWriter.TelephoneRate), CacheKey.Level(voice, language, options.Value), options.Value.PeakDecibels);
            metrics.Spoke("spoken");
            health.Succeeded(ProviderHealth.Speaking(voice.Name));
            return await cache.AddAsync(text, language, key, telephone, either.Token);
        }
        catch (SpeechException exception)
        {
            health.Failed(ProviderHealth.Speaking(voice.Name), exception.Message);
            logger.VoiceFailed(voice.Name, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            health.Failed(ProviderHealth.Speaking(voice.Name), $"{voice.Name}: no speech within {options.Value.Deadline.TotalSeconds:0.#} s ({SynthesisOptions.SectionName}:Deadline).");
            logger.VoiceFailed(voice.Name, exception);
        }

        return null;
    }

    // Control characters have no sound, and some voices take markup or line breaks for commands.
    private static string Clean(string text) => string.Join(
        ' ', new string(text.Select(character => char.IsControl(character) || character is '<' or '>' or '&' ? ' ' : character).ToArray())
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
