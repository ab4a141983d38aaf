using CallIntake.Engine.Calls;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Data;

/// <summary>
/// Takes calls off the board, and out of memory, when their time there is over; where several engines share the database, marks the calls of
/// one that died.
/// </summary>
internal sealed class BoardKeeper(
    CallMemory memory, CallFeed feed, BoardPolicy policy, CallRecovery recovery, CallStorageStatus status, IOptions<DatabaseOptions> options, TimeProvider time,
    ILogger<BoardKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>One round.</summary>
    public void Sweep()
    {
        foreach (var entry in memory.Entries)
        {
            lock (entry.Gate)
            {
                if (!policy.Belongs(entry.State, entry.ChangedAt))
                {
                    TakeOff(entry.State.Id);
                }

                if (entry.State.Status != CallStatus.InProgress && entry.Pending.Count == 0 && !feed.Current.Calls.ContainsKey(entry.State.Id))
                {
                    memory.Remove(entry);
                }
            }
        }

        Call[] surplus = [.. policy.Surplus([.. feed.Current.Calls.Values])];
        if (surplus.Length > 0)
        {
            logger.BoardFull(surplus.Length, surplus.Count(call => call.AcknowledgedAt is null));
            Array.ForEach(surplus, call => feed.Remove(call.Id));
        }
    }

    /// <summary>Marks calls that another engine left; a database that cannot be read now is asked again in the next round.</summary>
    public async Task MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.SeveralNodes || !status.IsReady || status.Problem is not null)
        {
            return;
        }

        try
        {
            await recovery.MarkInterruptedAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.MarkingFailed(exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Sweep();
                await MarkInterruptedAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; nothing is left to do.
        }
    }

    private void TakeOff(Guid callId)
    {
        if (feed.Current.Calls.ContainsKey(callId))
        {
            feed.Remove(callId);
        }
    }
}
