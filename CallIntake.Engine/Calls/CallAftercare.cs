using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Calls;

/// <summary>
/// Owns the work that goes on after a line is free: hearing what was said before a hang-up, the language model's second look. On shutdown
/// it waits for that work as long as the host allows. Thread-safe.
/// </summary>
public sealed class CallAftercare(ILogger<CallAftercare> logger) : IHostedService
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <summary>Work that is going on.</summary>
    public int Running => _running.Count;

    /// <summary>Starts work and keeps it until it ends; its failure is logged.</summary>
    public void Start(Guid callId, Func<Task> work)
    {
        var task = Task.Run(() => GuardAsync(callId, work));
        _running[task] = 0;
        _ = task.ContinueWith(
            done => _running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.AftercareCut(_running.Count);
        }
    }

    private async Task GuardAsync(Guid callId, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            logger.AftercareFailed(callId, exception);
        }
    }
}
