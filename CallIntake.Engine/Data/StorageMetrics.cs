using System.Diagnostics.Metrics;

namespace CallIntake.Engine.Data;

/// <summary>Counters of the storage, meter <c>CallIntake.Storage</c>.</summary>
internal sealed class StorageMetrics
{
    public const string MeterName = "CallIntake.Storage";

    private readonly Counter<long> _changes;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _journaled;
    private readonly Histogram<double> _duration;

    public StorageMetrics(IMeterFactory meters, CallStorageStatus status)
    {
        var meter = meters.Create(MeterName);
        _changes = meter.CreateCounter<long>("callintake.storage.changes", description: "Changes of calls written to the database");
        _failures = meter.CreateCounter<long>("callintake.storage.failures", description: "Failed attempts to write to the database");
        _journaled = meter.CreateCounter<long>("callintake.storage.journaled", description: "Changes written to the emergency journal");
        _duration = meter.CreateHistogram<double>("callintake.storage.write.duration", "s", "Time of one write transaction");
        meter.CreateObservableGauge("callintake.storage.unsaved", () => status.UnsavedChanges, description: "Changes waiting for the database");
    }

    public void Written(int changes, TimeSpan elapsed)
    {
        _changes.Add(changes);
        _duration.Record(elapsed.TotalSeconds);
    }

    public void Failed() => _failures.Add(1);

    public void Journaled(int changes) => _journaled.Add(changes);
}
