using System.Collections.Concurrent;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// The emergency journal: changes that the database did not take, one line of JSON each, on disk before <see cref="AppendAsync"/> returns.
/// A file goes when the database has all of its changes; what a crash leaves is read at the next start. Thread-safe.
/// </summary>
internal sealed class UnsavedJournal(
    IOptions<DatabaseOptions> options, ContentPaths paths, TimeProvider time, CallStorageStatus status, StorageMetrics metrics, ILogger<UnsavedJournal> logger)
    : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentQueue<PendingChange> _waiting = new();
    private readonly HashSet<PendingChange> _unwritten = [];
    private readonly List<JournalFile> _files = [];
    private JournalFile? _current;

    private string Folder => paths.Resolve(options.Value.UnsavedPath);

    /// <summary>Writes a change that is not saved; changes of several callers share one flush. Never throws because of the disk.</summary>
    public async Task AppendAsync(PendingChange change)
    {
        _waiting.Enqueue(change);
        await _gate.WaitAsync();
        try
        {
            List<PendingChange> batch = [];
            while (_waiting.TryDequeue(out var waiting))
            {
                if (!waiting.Saved && !waiting.Journaled)
                {
                    batch.Add(waiting);
                }
            }

            if (batch.Count > 0)
            {
                await WriteAsync(batch);
            }
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The database has these changes; a file in which nothing is outstanding goes.</summary>
    public async Task SettleAsync(IReadOnlyList<PendingChange> changes)
    {
        await _gate.WaitAsync();
        try
        {
            foreach (var change in changes)
            {
                change.Saved = true;
            }

            _unwritten.ExceptWith(changes);
            foreach (var file in _files.ToArray())
            {
                file.Outstanding.ExceptWith(changes);
                if (file.Outstanding.Count == 0)
                {
                    Finish(file);
                }
            }
        }
        finally
        {
            Release();
        }
    }

    /// <summary>
    /// What earlier runs left, as changes that stay in their files until they are settled. A file that another process holds is passed over.
    /// </summary>
    public async Task<IReadOnlyList<PendingChange>> TakeOverAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return [.. Existing().SelectMany(TakeOver)];
        }
        finally
        {
            Release();
        }
    }

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _files.Clear();
        _gate.Dispose();
    }

    private void Release()
    {
        status.SetUnsaved(_unwritten.Count + _files.Sum(file => file.Outstanding.Count));
        _gate.Release();
    }

    private IReadOnlyList<string> Existing()
    {
        try
        {
            return JournalFile.Existing(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.JournalUnreadable(exception, Folder);
            return [];
        }
    }

    private IReadOnlyList<PendingChange> TakeOver(string path)
    {
        try
        {
            var file = JournalFile.Open(path);
            PendingChange[] changes = [.. file.Read().Select(line => new PendingChange(null, line.Call, line.Event) { Journaled = true })];
            file.Outstanding.UnionWith(changes);
            if (file.BrokenLines > 0)
            {
                logger.JournalLinesBroken(path, file.BrokenLines);
            }

            _files.Add(file);
            if (changes.Length == 0)
            {
                Finish(file);
            }

            return changes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.JournalUnreadable(exception, path);
            return [];
        }
    }

    private async Task WriteAsync(List<PendingChange> batch)
    {
        try
        {
            if (_current is null)
            {
                _current = JournalFile.Create(Folder, time.GetUtcNow());
                _files.Add(_current);
            }

            await _current.WriteAsync(batch);
            batch.ForEach(change => change.Journaled = true);
            _unwritten.ExceptWith(batch);
            metrics.Journaled(batch.Count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The end of this file may be half a line now; what comes next goes into a new one.
            _unwritten.UnionWith(batch);
            _current?.Dispose();
            _current = null;
            logger.JournalFailed(exception, Folder, batch.Count);
        }
    }

    private void Finish(JournalFile file)
    {
        _files.Remove(file);
        _current = ReferenceEquals(_current, file) ? null : _current;
        try
        {
            file.Finish();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is read again at the next start, which changes nothing: replaying is idempotent.
            logger.JournalUnreadable(exception, file.Path);
        }
    }
}
