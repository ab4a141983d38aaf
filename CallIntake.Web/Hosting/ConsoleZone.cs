using Microsoft.Extensions.Options;

namespace CallIntake.Web.Hosting;

/// <summary>The centre's time zone, for dates without one. Immutable.</summary>
public sealed class ConsoleZone(IOptions<ConsoleOptions> options)
{
    // A bare system has no time zone files. All of Kazakhstan has kept UTC+5 since 1 March 2024 (IANA tz database, release 2024a).
    private static readonly TimeSpan Kazakhstan = TimeSpan.FromHours(5);

    private static readonly string[] OfKazakhstan =
        ["Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay", "Asia/Qyzylorda"];

    /// <summary>The zone of <c>Console:TimeZone</c>.</summary>
    public TimeZoneInfo Zone { get; } = Find(options.Value.TimeZone) ?? throw new TimeZoneNotFoundException(options.Value.TimeZone);

    /// <summary>A zone by its name, those of Kazakhstan also where the system knows none; null for an unknown one.</summary>
    public static TimeZoneInfo? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : OfKazakhstan.Contains(name, StringComparer.Ordinal) ? TimeZoneInfo.CreateCustomTimeZone(name, Kazakhstan, name, name)
        : null;
}
