using System.Diagnostics.Metrics;
using CallIntake.Engine.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Diagnostics;

public sealed class EngineMetricsTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddDiagnostics().BuildServiceProvider();
    private readonly List<(string Instrument, double Value, string? Tag)> _seen = [];
    private readonly MeterListener _listener = new();
    private readonly EngineMetrics _metrics;

    public EngineMetricsTests()
    {
        _metrics = _services.GetRequiredService<EngineMetrics>();
        var factory = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_call_that_began_and_ended_leaves_nothing_in_progress()
    {
        _metrics.CallStarted();
        _metrics.CallEnded("operator", TimeSpan.FromSeconds(42));

        Assert.Equal(0, _seen.Where(s => s.Instrument == "callintake.calls.in_progress").Sum(s => s.Value));
        Assert.Contains(("callintake.calls.started", 1, null), _seen);
        Assert.Contains(("callintake.calls.ended", 1, "operator"), _seen);
        Assert.Contains(("callintake.call.duration", 42, "operator"), _seen);
    }

    [Fact]
    public void Times_carry_the_unit_their_name_promises()
    {
        _metrics.StageDuration("greeting", TimeSpan.FromMilliseconds(1500));
        _metrics.Recognized("whisper", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8));
        _metrics.Triaged(TimeSpan.FromMilliseconds(3));

        Assert.Contains(("callintake.stage.duration", 1.5, "greeting"), _seen);
        Assert.Contains(("callintake.recognition.duration", 2, "whisper"), _seen);
        Assert.Contains(("callintake.recognition.audio", 8, "whisper"), _seen);
        Assert.Contains(("callintake.triage.duration", 3, null), _seen);
    }

    [Fact]
    public void Failures_are_counted_by_part()
    {
        _metrics.PartFailed("recognition");

        Assert.Contains(("callintake.part.failures", 1, "recognition"), _seen);
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Add((instrument.Name, value, tags.IsEmpty ? null : tags[0].Value as string));
}
