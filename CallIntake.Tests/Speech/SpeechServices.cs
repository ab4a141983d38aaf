using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Speech;

/// <summary>Speech as the host registers it, with a configuration of the test and a data folder of its own.</summary>
internal sealed class SpeechServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public SpeechServices(params (string Key, string Value)[] settings)
        : this(_ => { }, settings)
    {
    }

    /// <summary>With services of the test in the place of the host's: a clock, a voice.</summary>
    public SpeechServices(Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        Folder = Directory.CreateTempSubdirectory("speech").FullName;
        var values = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value, StringComparer.Ordinal);
        values.TryAdd("Speech:CachePath", Path.Combine(Folder, "cache"));
        values.TryAdd("Speech:SparePath", Path.Combine(Folder, "spare"));
        // Tests share the machine with everything else; speed is measured elsewhere.
        values.TryAdd("Speech:Recognition:Deadline", "00:10:00");
        values.TryAdd("Speech:Synthesis:Deadline", "00:01:00");
        foreach (var deadline in new[] { "OpenAI:Deadline", "OpenAI:VoiceDeadline", "Google:Deadline", "Coqui:Deadline", "Piper:Deadline" })
        {
            values.TryAdd($"Speech:{deadline}", "00:01:00");
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        services.AddLogging();
        services.AddSingleton(ContentPaths.Find(AppContext.BaseDirectory));
        replace(services);
        services.AddSpeech();
        _provider = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public string Content(string path) => Get<ContentPaths>().Resolve(path);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
