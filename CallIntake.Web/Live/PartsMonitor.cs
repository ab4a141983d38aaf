using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using CallIntake.Engine.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Web.Live;

/// <summary>
/// What the status strip shows: the parts by their health checks, looked at once for all consoles and no more often than
/// <see cref="Interval"/>, and how long the last recognition took. A part of the host, so that it knows of calls that were heard before the
/// first console was opened. Thread-safe.
/// </summary>
public sealed class PartsMonitor : IHostedService, IDisposable
{
    /// <summary>How long an answer of the checks holds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly HealthCheckService? _checks;
    private readonly TimeProvider _time;
    private readonly ILogger<PartsMonitor> _logger;
    private readonly MeterListener _meters = new();
    private readonly SemaphoreSlim _gate = new(1);
    private ImmutableArray<PartState> _parts = [];
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private double _recognition = double.NaN;

    /// <summary>Listens to the engine's figures from now on.</summary>
    public PartsMonitor(TimeProvider time, ILogger<PartsMonitor> logger, IServiceProvider services)
    {
        _checks = services.GetService<HealthCheckService>();
        _time = time;
        _logger = logger;
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == EngineMetrics.MeterName && instrument.Name == "callintake.recognition.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((_, seconds, _, _) => Volatile.Write(ref _recognition, seconds));
        _meters.Start();
    }

    /// <summary>How long the last recognition took; null before the first.</summary>
    public TimeSpan? LastRecognition => double.IsNaN(Volatile.Read(ref _recognition)) ? null : TimeSpan.FromSeconds(Volatile.Read(ref _recognition));

    /// <summary>Listens since it was made, which is now at the latest.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing to wait for.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The parts, those that do not work first.</summary>
    public async Task<ImmutableArray<PartState>> LookAsync(CancellationToken cancellationToken)
    {
        if (_checks is null)
        {
            return [];
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_time.GetUtcNow() - _lookedAt >= Interval)
            {
                _parts = Merge((await _checks.CheckHealthAsync(cancellationToken)).Entries);
                _lookedAt = _time.GetUtcNow();
            }
        }
        catch (ObjectDisposedException)
        {
            // The host has ended before the circuit: what was known stands until the circuit ends as well.
        }
#pragma warning disable CA1031 // A check that breaks the rules must not take the board with it.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _logger.PartsUnreadable(exception);
        }
        finally
        {
            _gate.Release();
        }

        return _parts;
    }

    /// <summary>Stops listening. The gate is left alone: a circuit that ends after the host's services may still stand in it.</summary>
    public void Dispose() => _meters.Dispose();

    private ImmutableArray<PartState> Merge(IReadOnlyDictionary<string, HealthReportEntry> entries)
    {
        var known = _parts.ToDictionary(part => part.Name);
        return [.. entries
            .Where(entry => !entry.Value.Data.ContainsKey(PartData.NotConfigured))
            .Select(entry =>
            {
                var status = entry.Value.Status;
                var since = known.TryGetValue(entry.Key, out var before) && before.Status == status ? before.Since : _time.GetUtcNow();
                return new PartState(entry.Key, status, since, entry.Value.Description);
            })
            .OrderBy(part => part.Status).ThenBy(part => part.Name, StringComparer.Ordinal)];
    }
}
