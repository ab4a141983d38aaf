namespace CallIntake.Tests.Data;

/// <summary>Waits for something that happens in the background, up to a deadline that only a real failure reaches.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Deadline);
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Did not happen within {Deadline}: {what}");
            await Task.Delay(Pause);
        }
    }

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);
}
