namespace CallIntake.Tests.Agi;

/// <summary>Deadlines for waits on real sockets: generous, because speed is nothing a test may depend on.</summary>
internal static class Wait
{
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(30);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Deadline);

    public static Task InTime(this Task task) => task.WaitAsync(Deadline);

    /// <summary>Looks again and again until the condition holds; fails at the deadline.</summary>
    public static async Task Until(Func<bool> condition, string what)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail("It did not come to this: " + what);
            }
        }
    }
}
