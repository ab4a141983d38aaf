using System.Globalization;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Synthesis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>
/// Tries every recogniser and voice that the chains name, once each: a second of sound, a short sentence. What runs in this machine is tried
/// twice, so that loading and working are told apart. Costs a request at each configured service. Thread-safe.
/// </summary>
public sealed class SpeechCheckup
{
    // Longer than a call would wait: the answer "slow" tells more than "late".
    private static readonly TimeSpan ServerDeadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LoadDeadline = TimeSpan.FromMinutes(2);

    private readonly IServiceProvider _services;
    private readonly TimeProvider _time;

    internal SpeechCheckup(IServiceProvider services) => (_services, _time) = (services, services.GetRequiredService<TimeProvider>());

    /// <summary>The findings: recognisers first, each chain in its order.</summary>
    public async Task<IReadOnlyList<ProviderFinding>> ExamineAsync(CancellationToken cancellationToken) =>
        [.. await ExamineHearingAsync(cancellationToken), .. await ExamineSpeakingAsync(cancellationToken)];

    private async Task<List<ProviderFinding>> ExamineHearingAsync(CancellationToken cancellationToken)
    {
        var options = _services.GetRequiredService<IOptions<RecognitionOptions>>().Value;
        var known = new Dictionary<string, ProviderTrial>(StringComparer.Ordinal);
        var findings = new List<ProviderFinding>();
        foreach (var (language, place, name) in ChainEntry.Of(options.Chain))
        {
            var recognizer = _services.GetRequiredKeyedService<ISpeechRecognizer>(name);
            var trial = known.TryGetValue(name, out var before) ? before : known[name] = await TryAsync(recognizer, options.Deadline, cancellationToken);
            findings.Add(Judge(trial, recognizer, language, place));
        }

        return findings;
    }

    private async Task<List<ProviderFinding>> ExamineSpeakingAsync(CancellationToken cancellationToken)
    {
        var options = _services.GetRequiredService<IOptions<SynthesisOptions>>().Value;
        var findings = ChainEntry.Languages.Where(language => options.Chain(language).Count == 0)
            .Select(language => new ProviderFinding(string.Empty, false, language, 0, true, false, "no voice is named: recorded phrases only, the address is not read back."))
            .ToList();
        foreach (var (language, place, name) in ChainEntry.Of(options.Chain))
        {
            var trial = await TryAsync(_services.GetRequiredKeyedService<ISpeechSynthesizer>(name), language, options.Deadline, cancellationToken);
            findings.Add(new ProviderFinding(name, false, language, place, trial.Works, trial.IsSlow, trial.Message));
        }

        return findings;
    }

    private static ProviderFinding Judge(ProviderTrial trial, ISpeechRecognizer recognizer, string language, int place)
    {
        var isFit = !trial.Works || recognizer.Languages.Contains(language, StringComparer.Ordinal);
        var message = isFit ? trial.Message : $"{trial.Message} It is not fit for {language}: such calls go to a human.";
        return new ProviderFinding(recognizer.Name, true, language, place, trial.Works, trial.IsSlow || !isFit, message);
    }

    private Task<ProviderTrial> TryAsync(ISpeechRecognizer recognizer, TimeSpan limit, CancellationToken cancellationToken)
    {
        var card = Describe(recognizer, "ru");
        return recognizer is IHearsSilence
            ? Task.FromResult(new ProviderTrial(true, false, $"reads {card.Place}: for tests and load only. Licence: {card.Licence}."))
            : TryAsync(card, "one second of sound", limit, token => recognizer.RecognizeAsync(ProbeSound.Second(), new RecognitionRequest(), token), cancellationToken);
    }

    private Task<ProviderTrial> TryAsync(ISpeechSynthesizer voice, string language, TimeSpan limit, CancellationToken cancellationToken) => TryAsync(
        Describe(voice, language), "a short sentence", limit, token => voice.SynthesizeAsync(language == "kk" ? "Тексеру." : "Проверка.", language, token), cancellationToken);

    private static ProviderCard Describe(object provider, string language) =>
        (provider as IDescribed)?.Describe(language) ?? new ProviderCard("a provider of the site", "not known");

    private async Task<ProviderTrial> TryAsync(
        ProviderCard card, string work, TimeSpan limit, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var licence = $"Licence: {card.Licence}.";
        if (card.Missing is { } missing)
        {
            return new ProviderTrial(false, false, $"{Sentence(missing)} {licence}");
        }

        try
        {
            var first = await TimeAsync(run, card.IsLocal ? LoadDeadline : ServerDeadline, cancellationToken);
            var took = card.IsLocal ? await TimeAsync(run, LoadDeadline, cancellationToken) : first;
            var loading = card.IsLocal && first > took ? $"ready in {Seconds(first)}, then " : string.Empty;
            var slow = took > limit ? $" Longer than the deadline of {Seconds(limit)}." : string.Empty;
            return new ProviderTrial(true, took > limit, $"{card.Place}: {loading}{work} in {Seconds(took)}.{slow} {licence}");
        }
        catch (SpeechException exception)
        {
            return new ProviderTrial(false, false, $"{card.Place}: {Sentence(exception.Message)} {licence}");
        }
#pragma warning disable CA1031 // A provider that breaks its promise must not end the examination; what it throws may hold anything, its kind does not.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var cause = exception is OperationCanceledException ? $"no answer within {Seconds(card.IsLocal ? LoadDeadline : ServerDeadline)}." : $"it failed ({exception.GetType().Name}).";
            return new ProviderTrial(false, false, $"{card.Place}: {cause} {licence}");
        }
    }

    private async Task<TimeSpan> TimeAsync(Func<CancellationToken, Task> run, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var started = _time.GetTimestamp();
        await run(either.Token).WaitAsync(either.Token);
        return _time.GetElapsedTime(started);
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
