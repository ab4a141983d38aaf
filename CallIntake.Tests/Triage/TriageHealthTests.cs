using CallIntake.Engine.Diagnostics;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Refining;
using CallIntake.Tests.Triage.Refining;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Tests.Triage;

public sealed class TriageHealthTests
{
    private static readonly TriageInput Call = TriageInput.FromText("Соседи шумят");
    private static readonly TriageRecord Embedded = TriageFixture.Assess("Соседи шумят");

    [Fact]
    public async Task A_language_model_that_does_not_answer_is_degraded_until_it_answers()
    {
        await using var server = await FakeModelServer.StartAsync(FakeModelServer.Fails(500), FakeModelServer.Says("{}"));
        using var provider = Provider(server.Endpoint);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(provider, "language_model")).Status);
        Assert.Empty(server.Requests);

        var refiner = provider.GetRequiredService<ITriageRefiner>();
        await refiner.RefineAsync(Call, Embedded, CancellationToken.None);
        var silent = await CheckAsync(provider, "language_model");
        Assert.Equal(HealthStatus.Degraded, silent.Status);
        Assert.Contains("compatible/small has not answered since", silent.Description, StringComparison.Ordinal);

        await refiner.RefineAsync(Call, Embedded, CancellationToken.None);
        Assert.Equal(("compatible/small answers.", HealthStatus.Healthy), ((await CheckAsync(provider, "language_model")).Description, (await CheckAsync(provider, "language_model")).Status));
    }

    [Fact]
    public async Task No_language_model_is_healthy_and_nothing_to_show()
    {
        using var provider = TriageFixture.Provider([]);

        var entry = await CheckAsync(provider, "language_model");

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.True(entry.Data.ContainsKey(PartData.NotConfigured));
        Assert.Null(await provider.GetRequiredService<LanguageModelProbe>().AskAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(null, HealthStatus.Healthy, "model triage-")]
    [InlineData("/nowhere/triage.model", HealthStatus.Degraded, "Triage:Model")]
    public async Task Triage_without_its_trained_model_is_degraded(string? model, HealthStatus expected, string words)
    {
        using var provider = TriageFixture.Provider(model is null ? [] : new Dictionary<string, string?> { ["Triage:Model"] = model });

        var entry = await CheckAsync(provider, "triage");

        Assert.Equal(expected, entry.Status);
        Assert.Contains(words, entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_probe_tells_a_usable_answer_from_an_error_and_no_key()
    {
        const string Good = """{"urgency":"low","category":"noise","address":null,"current_danger":false,"people_involved":null,"weapons":false,"recommended_department":"Полиция","summary":"шум","also_notify":[]}""";
        await using var server = await FakeModelServer.StartAsync(FakeModelServer.Says(Good), FakeModelServer.Says("sorry"), FakeModelServer.Fails(401));
        using var provider = Provider(server.Endpoint);
        var probe = provider.GetRequiredService<LanguageModelProbe>();

        var good = await probe.AskAsync(CancellationToken.None);
        var nonsense = await probe.AskAsync(CancellationToken.None);
        var refused = await probe.AskAsync(CancellationToken.None);

        Assert.True(good!.Works, good.Message);
        Assert.Contains($"compatible/small at {server.Endpoint} answers in ", good.Message, StringComparison.Ordinal);
        Assert.Contains("unusable", nonsense!.Message, StringComparison.Ordinal);
        Assert.Contains("401", refused!.Message, StringComparison.Ordinal);
        Assert.All([good, nonsense, refused], finding => Assert.DoesNotContain("sk-secret", finding.Message, StringComparison.Ordinal));
        Assert.False(nonsense.Works || refused.Works);
    }

    private static ServiceProvider Provider(string endpoint) => TriageFixture.Provider(new Dictionary<string, string?>
    {
        ["Triage:LanguageModel:Backend"] = "compatible",
        ["Triage:LanguageModel:Endpoint"] = endpoint,
        ["Triage:LanguageModel:Model"] = "small",
        ["Triage:LanguageModel:ApiKey"] = "sk-secret",
        ["Triage:LanguageModel:DeadlineSeconds"] = "20",
        ["Triage:LanguageModel:Retries"] = "0",
    });

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider provider, string part) =>
        (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(CancellationToken.None)).Entries[part];
}
