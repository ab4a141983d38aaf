namespace CallIntake.Tests.Data;

/// <summary>A database of one test, and the ways in which it fails.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    /// <summary>Folder of the test; content root of its hosts.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"callintake-storage-{Guid.NewGuid():N}");

    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    public virtual ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        return ValueTask.CompletedTask;
    }

    /// <summary>From now on nothing can be written.</summary>
    public abstract Task BreakAsync();

    /// <summary>Everything works again.</summary>
    public abstract Task MendAsync();

    /// <summary>Runs a statement.</summary>
    public abstract Task ExecuteAsync(string sql);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
