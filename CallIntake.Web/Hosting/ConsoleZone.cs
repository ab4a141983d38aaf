using Microsoft.Extensions.Options;

namespace CallIntake.Web.Hosting;

/// <summary>The centre's time zone, for dates without one. Immutable.</summary>
public sealed class ConsoleZone(IOptions<ConsoleOptions> options)
{
    /// <summary>The zone of <c>Console:TimeZone</c>.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);
}
