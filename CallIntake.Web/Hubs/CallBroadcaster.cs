using CallIntake.Engine.Calls;
using CallIntake.Web.Identity;

namespace CallIntake.Web.Hubs;

/// <summary>
/// Carries the changes of the board to the hub's clients, and once a minute looks whether their sign-ins still hold, so that a removed
/// dispatcher loses a live connection.
/// </summary>
internal sealed class CallBroadcaster(CallFeed feed, CallWatchers watchers, SignInCheck signIns, TimeProvider time, ILogger<CallBroadcaster> logger)
    : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(watchers.Post);
        using var timer = new PeriodicTimer(SignInCheck.Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CheckSignInsAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task CheckSignInsAsync(CancellationToken cancellationToken)
    {
        foreach (var watcher in watchers.All)
        {
            if (watcher.Context.User is not { } user || !await signIns.IsValidAsync(user, cancellationToken))
            {
                Log.SignInEnded(logger);
                watcher.Context.Abort();
            }
        }
    }
}
