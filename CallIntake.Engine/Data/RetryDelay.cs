namespace CallIntake.Engine.Data;

/// <summary>Pauses between attempts: a quarter of a second, doubled each time up to a maximum. Static and pure.</summary>
internal static class RetryDelay
{
    private const double First = 0.25;
    private const int MaximumDoublings = 20;

    public static TimeSpan After(int failures, TimeSpan maximum)
    {
        var delay = TimeSpan.FromSeconds(First * Math.Pow(2, Math.Clamp(failures - 1, 0, MaximumDoublings)));
        return delay < maximum ? delay : maximum;
    }
}
