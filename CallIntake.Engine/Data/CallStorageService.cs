using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Owner of the writing loop. Before it starts, the tables are brought up to date and what an earlier run left is taken over. A database
/// that cannot be reached does not stop the host: calls are then kept in memory and in the emergency journal, and written when it is back.
/// </summary>
internal sealed class CallStorageService(
    CallWriter writer, CallStore store, CallWriteQueue queue, CallRecovery recovery, CallMemory memory, UnsavedJournal journal,
    IDbContextFactory<CallDbContext> contexts, CallStorageStatus status, IOptions<DatabaseOptions> options, TimeProvider time, ILogger<CallStorageService> logger) : BackgroundService
{
    /// <summary>Calls in one transaction at most.</summary>
    private const int BatchSize = 64;

    private int _failures;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await recovery.TakeOverJournalAsync();
        await PrepareAsync(first: true, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        writer.Resume(all: true);
        while (!cancellationToken.IsCancellationRequested && status.IsReady && queue.Take(BatchSize) is { Count: > 0 } batch)
        {
            if (!await writer.WriteAsync(batch) || writer.NextDue is not null)
            {
                break;
            }
        }

        await JournalRestAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!status.IsReady)
            {
                await PauseAsync(stoppingToken);
                await PrepareAsync(first: false, stoppingToken);
            }

            while (await WaitAsync(stoppingToken))
            {
                writer.Resume(all: false);
                if (queue.Take(BatchSize) is { Count: > 0 } batch && !await writer.WriteAsync(batch))
                {
                    await PauseAsync(stoppingToken);
                }
                else
                {
                    _failures = 0;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; StopAsync writes what is left.
        }
    }

    /// <summary>The first time, an error that waiting does not cure ends the host with its message; later the host serves calls already.</summary>
    private async Task PrepareAsync(bool first, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        try
        {
            if (options.Value.MigrateAtStart)
            {
                await context.MigrateAsync(cancellationToken);
            }

            await recovery.MarkInterruptedAsync(cancellationToken);
            await recovery.LoadBoardAsync(cancellationToken);
            await store.RehearseAsync(time.GetUtcNow());
            status.Recovered();
            status.Ready();
            _failures = 0;
        }
        catch (Exception exception) when (context.IsUnavailable(exception) || (!first && !cancellationToken.IsCancellationRequested))
        {
            if (status.Failed(exception.GetBaseException().Message))
            {
                logger.DatabaseUnavailable(exception);
            }
        }
    }

    /// <summary>Waits for calls to write, or for the time at which a refused one is tried again.</summary>
    private async ValueTask<bool> WaitAsync(CancellationToken stoppingToken)
    {
        if (writer.NextDue is not { } due)
        {
            return await queue.WaitAsync(stoppingToken);
        }

        var delay = due - time.GetUtcNow();
        if (delay <= TimeSpan.Zero)
        {
            return true;
        }

        using var timeout = new CancellationTokenSource(delay, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            return await queue.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private Task PauseAsync(CancellationToken stoppingToken) =>
        Task.Delay(RetryDelay.After(++_failures, options.Value.MaximumRetryDelay), time, stoppingToken);

    private async Task JournalRestAsync()
    {
        foreach (var entry in memory.Entries)
        {
            PendingChange[] rest;
            lock (entry.Gate)
            {
                rest = [.. entry.Pending];
            }

            foreach (var change in rest)
            {
                await journal.AppendAsync(change);
            }
        }
    }
}
