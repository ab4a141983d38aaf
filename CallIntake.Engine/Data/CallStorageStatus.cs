namespace CallIntake.Engine.Data;

/// <summary>Whether calls reach the database; for health checks, the console's status line and metrics. Thread-safe.</summary>
public sealed class CallStorageStatus(TimeProvider time)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private volatile StorageProblem? _problem;
    private int _unsaved;

    /// <summary>Ends when the tables are up to date and calls that a crash cut are marked.</summary>
    public Task WhenReady => _ready.Task;

    /// <summary>Whether the tables are up to date.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Why the database cannot be written, and since when; null while it can.</summary>
    public StorageProblem? Problem => _problem;

    /// <summary>Changes that the database does not have yet because an attempt to write them failed or took too long.</summary>
    public int UnsavedChanges => Volatile.Read(ref _unsaved);

    internal void Ready() => _ready.TrySetResult();

    /// <summary>True where this is news.</summary>
    internal bool Failed(string message)
    {
        lock (_gate)
        {
            var news = _problem is null;
            _problem = new StorageProblem(message, _problem?.Since ?? time.GetUtcNow());
            return news;
        }
    }

    /// <summary>The end of a failure; null where there was none.</summary>
    internal StorageProblem? Recovered()
    {
        lock (_gate)
        {
            var problem = _problem;
            _problem = null;
            return problem;
        }
    }

    internal void SetUnsaved(int count) => Volatile.Write(ref _unsaved, count);
}
