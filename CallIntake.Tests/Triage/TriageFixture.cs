using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Triage;

/// <summary>The embedded triage as the host registers it, with the repository's own rules and model.</summary>
internal static class TriageFixture
{
    private static readonly Lazy<ITriage> Shared = new(() => Provider([]).GetRequiredService<ITriage>());

    public static ContentPaths Paths { get; } = ContentPaths.Find(AppContext.BaseDirectory);

    public static ITriage Triage => Shared.Value;

    public static TriageRecord Assess(string text) => Triage.Assess(TriageInput.FromText(text));

    public static TriageRecord Assess(params TriageTurn[] turns) => Triage.Assess(new TriageInput(turns));

    public static ServiceProvider Provider(Dictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton(Paths);
        more?.Invoke(services);
        services.AddTriage();
        return services.BuildServiceProvider();
    }
}
