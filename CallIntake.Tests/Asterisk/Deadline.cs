using System.Diagnostics;

namespace CallIntake.Tests.Asterisk;

/// <summary>Waiting for something that another process does: generous, and with words when it does not happen.</summary>
internal static class Deadline
{
    /// <summary>For what takes milliseconds to seconds on a quiet machine.</summary>
    public static TimeSpan Usual { get; } = TimeSpan.FromMinutes(2);

    /// <summary>For a whole call: greeting, speech, recognition on a machine that has other work.</summary>
    public static TimeSpan Call { get; } = TimeSpan.FromMinutes(5);

    private static TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again until there is an answer; throws with the last thing seen when the time is over.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> probe, Func<string>? seen = null, TimeSpan? limit = null)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await probe() is { } found)
            {
                return found;
            }

            if (Stopwatch.GetElapsedTime(began) > (limit ?? Usual))
            {
                throw new TimeoutException($"Not within {limit ?? Usual}: {what}. {seen?.Invoke()}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>The same for a condition.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> probe, Func<string>? seen = null, TimeSpan? limit = null) =>
        UntilAsync(what, async () => await probe() ? "yes" : null, seen, limit);
}
