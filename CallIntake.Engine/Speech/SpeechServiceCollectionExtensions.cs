using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Ctc;
using CallIntake.Engine.Speech.Espeak;
using CallIntake.Engine.Speech.Google;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Http;
using CallIntake.Engine.Speech.ModelFiles;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.Scripted;
using CallIntake.Engine.Speech.Synthesis;
using CallIntake.Engine.Speech.VoiceActivity;
using CallIntake.Engine.Speech.Voices;
using CallIntake.Engine.Speech.Whisper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>Registers hearing and speaking.</summary>
internal static class SpeechServiceCollectionExtensions
{
    /// <summary>Adds the transcriber, the voices, their providers, options, metrics and health part <c>speech</c>.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SpeechMetrics>();
        services.TryAddSingleton<ProviderHealth>();
        services.TryAddSingleton(provider => new SpeechCheckup(provider));
        services.AddHealthChecks().AddCheck<SpeechHealthCheck>("speech", HealthStatus.Degraded, ["ready"]);
        services.TryAddSingleton(provider => new SpeechWorkbench(provider, provider.GetServices<RecognizerRegistration>()));
        return services.AddHearing().AddSpeaking().AddModelFiles();
    }

    private static IServiceCollection AddHearing(this IServiceCollection services)
    {
        services.AddSpeechOptions<RecognitionOptions>(RecognitionOptions.SectionName);
        services.AddSpeechOptions<VoiceActivityOptions>(VoiceActivityOptions.SectionName);
        services.AddSpeechOptions<WhisperOptions>(WhisperOptions.SectionName);
        services.AddSpeechOptions<HintOptions>(HintOptions.SectionName);
        services.AddSpeechOptions<TranscriptionServingOptions>(TranscriptionServingOptions.SectionName);
        services.AddSingleton<IValidateOptions<RecognitionOptions>, RecognitionOptionsValidator>();
        services.AddSingleton<IValidateOptions<TranscriptionServingOptions>, TranscriptionServingValidator>();
        services.TryAddSingleton<SileroModel>();
        services.TryAddSingleton<IVoiceActivityDetector, SileroVoiceActivityDetector>();
        services.TryAddSingleton<WhisperModel>();
        services.TryAddSingleton<WhisperProcessorPool>();
        services.TryAddSingleton<WhisperPrompt>();
        services.TryAddSingleton<IStreetNames, NoStreetNames>();
        services.TryAddSingleton<SpeechHints>();
        services.AddWarmUp(
            WhisperRecognizer.RecognizerName, static (provider, cancellationToken) => provider.GetRequiredService<WhisperRecognizer>().WarmUpAsync(cancellationToken));
        services.AddRecognizer<WhisperRecognizer>(WhisperRecognizer.RecognizerName);
        services.AddRecognizer<ScriptedRecognizer>(ScriptedRecognizer.RecognizerName);
        services.AddCtcRecognizers();
        services.AddServerRecognizers();
        services.TryAddSingleton<RecognizerChains>();
        services.TryAddSingleton<OfflineChains>();
        services.TryAddSingleton<Transcriber>();
        services.TryAddSingleton<ITranscriber>(provider => provider.GetRequiredService<Transcriber>());
        return services;
    }

    private static void AddCtcRecognizers(this IServiceCollection services)
    {
        services.AddSpeechOptions<GigaamOptions>(GigaamOptions.SectionName);
        services.AddSpeechOptions<ToneOptions>(ToneOptions.SectionName);
        services.TryAddSingleton<GigaamModel>();
        services.TryAddSingleton<ToneModel>();
        services.AddRecognizer<GigaamRecognizer>(GigaamRecognizer.RecognizerName);
        services.AddRecognizer<ToneRecognizer>(ToneRecognizer.RecognizerName);
        foreach (var name in new[] { GigaamRecognizer.RecognizerName, ToneRecognizer.RecognizerName })
        {
            services.AddWarmUp(name, (provider, cancellationToken) => provider.GetRequiredService<RecognizerChains>().Only(name, "ru")
                .HearAsync(new SpeechAudio(new short[WavWriter.TelephoneRate], WavWriter.TelephoneRate), new RecognitionRequest(), cancellationToken));
        }
    }

    private static void AddWarmUp(this IServiceCollection services, string recognizer, Func<IServiceProvider, CancellationToken, Task> warmUp) =>
        services.AddSingleton<IHostedService>(provider => new RecognizerWarmUp(
            recognizer,
            cancellationToken => warmUp(provider, cancellationToken),
            provider.GetRequiredService<IOptions<RecognitionOptions>>(),
            provider.GetRequiredService<ILogger<RecognizerWarmUp>>()));

    private static void AddServerRecognizers(this IServiceCollection services)
    {
        services.AddSpeechOptions<OpenAiSpeechOptions>(OpenAiSpeechOptions.SectionName);
        services.AddSpeechOptions<GoogleSpeechOptions>(GoogleSpeechOptions.SectionName);
        services.TryAddSingleton<OpenAiRequests>();
        services.TryAddSingleton<GoogleAccess>();
        services.AddSpeechHttp(OpenAiRecognizer.RecognizerName);
        services.AddSpeechHttp(GoogleRecognizer.RecognizerName).AddHttpMessageHandler(provider => new GoogleSigning(provider.GetRequiredService<GoogleAccess>()));
        services.AddRecognizer<OpenAiRecognizer>(OpenAiRecognizer.RecognizerName);
        services.AddRecognizer<GoogleRecognizer>(GoogleRecognizer.RecognizerName);
    }

    private static IServiceCollection AddSpeaking(this IServiceCollection services)
    {
        services.AddSpeechOptions<SpeechOptions>(SpeechOptions.SectionName);
        services.AddSpeechOptions<SynthesisOptions>(SynthesisOptions.SectionName);
        services.AddSpeechOptions<EspeakOptions>(EspeakOptions.SectionName);
        services.AddOptions<SynthesisOptions>().PostConfigure<IConfiguration>(TakeEmptyChains);
        services.AddSingleton<IValidateOptions<SynthesisOptions>, SynthesisOptionsValidator>();
        services.AddSynthesizer<EspeakSynthesizer>(EspeakSynthesizer.SynthesizerName);
        services.AddOtherVoices();
        services.TryAddSingleton<PromptCatalogue>();
        services.TryAddSingleton<SpeechCache>();
        services.TryAddSingleton<ISpeechOutput, SpeechOutput>();
        return services;
    }

    // The binder passes over an empty list; here it has a meaning: no voice for this language.
    private static void TakeEmptyChains(SynthesisOptions options, IConfiguration configuration)
    {
        var chains = configuration.GetSection($"{SynthesisOptions.SectionName}:{nameof(SynthesisOptions.Chains)}");
        foreach (var chain in chains.GetChildren().Where(chain => !chain.GetChildren().Any()))
        {
            options.Chains[chain.Key] = [];
        }
    }

    private static void AddOtherVoices(this IServiceCollection services)
    {
        services.AddSpeechOptions<CoquiOptions>(CoquiOptions.SectionName);
        services.AddSpeechOptions<PiperOptions>(PiperOptions.SectionName);
        services.AddSpeechOptions<CommandVoiceOptions>(CommandVoiceOptions.SectionName);
        services.AddSpeechHttp(CoquiSynthesizer.SynthesizerName);
        services.AddSpeechHttp(PiperSynthesizer.SynthesizerName);
        services.AddSynthesizer<OpenAiSynthesizer>(OpenAiSynthesizer.SynthesizerName);
        services.AddSynthesizer<CoquiSynthesizer>(CoquiSynthesizer.SynthesizerName);
        services.AddSynthesizer<PiperSynthesizer>(PiperSynthesizer.SynthesizerName);
        services.AddSynthesizer<CommandSynthesizer>(CommandSynthesizer.SynthesizerName);
    }

    private static void AddRecognizer<T>(this IServiceCollection services, string name)
        where T : class, ISpeechRecognizer
    {
        services.TryAddSingleton<T>();
        services.AddSingleton(new RecognizerRegistration(name));
        services.AddKeyedSingleton<ISpeechRecognizer>(name, (provider, _) => provider.GetRequiredService<T>());
    }

    private static void AddSynthesizer<T>(this IServiceCollection services, string name)
        where T : class, ISpeechSynthesizer
    {
        services.TryAddSingleton<T>();
        services.AddSingleton(new SynthesizerRegistration(name));
        services.AddKeyedSingleton<ISpeechSynthesizer>(name, (provider, _) => provider.GetRequiredService<T>());
    }

    private static void AddSpeechOptions<T>(this IServiceCollection services, string section)
        where T : class => services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
