using CallIntake.Engine.Triage;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Triage;

/// <summary>What the embedded triage keeps in memory: rules, model, address tables, counter of people. Not part of a normal run.</summary>
public sealed class TriageMemoryBenchmark(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Loaded()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var provider = TriageFixture.Provider([]);
        var record = provider.GetRequiredService<ITriage>().Assess(TriageInput.FromText("соседи шумят, улица Абая, дом десять"));
        var loaded = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Equal("noise", record.Category);
        output.WriteLine($"loaded: {loaded / 1e6:0.0} MB");
        GC.KeepAlive(provider);
    }
}
