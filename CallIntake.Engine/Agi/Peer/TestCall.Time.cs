namespace CallIntake.Engine.Agi.Peer;

/// <content>Time passing in a call.</content>
internal sealed partial class TestCall
{
    /// <summary>Lets time pass until it is over, the engine says something or closes, or the caller is gone.</summary>
    private async Task<HoldEnd> HoldAsync(TimeSpan length)
    {
        var next = wire.NextAsync();
        var now = Now;
        var until = now + (length > TimeSpan.Zero ? length : TimeSpan.Zero);
        var wake = Earliest(until, Earliest(HangUpAt ?? until, _watchdogAt ?? until));
        if (!next.IsCompleted)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Task.Delay(wake > now ? wake - now : TimeSpan.Zero, time, over.Token));
            await over.CancelAsync();
        }

        if (next.IsCompleted)
        {
            return await next is null ? HoldEnd.Closed : HoldEnd.Command;
        }

        if (cancellationToken.IsCancellationRequested || wake == HangUpAt)
        {
            return HoldEnd.HungUp;
        }

        _watchdogFired = wake == _watchdogAt;
        return _watchdogFired ? HoldEnd.HungUp : HoldEnd.Elapsed;
    }

    private static TimeSpan Earliest(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
