using System.Globalization;
using CallIntake.Web.Hosting;

namespace CallIntake.Web.Live;

/// <summary>Times as the console shows them: in the centre's zone, 24 hours. Thread-safe.</summary>
public sealed class ConsoleClock(ConsoleZone centre, TimeProvider time)
{
    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>12:03:17</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>27.11.2026 12:03:17</summary>
    public string DateAndClock(DateTimeOffset at) => Local(at).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The time alone for a moment of today, with its date for any other.</summary>
    public string ClockOrDate(DateTimeOffset at) => Local(at).Date == Local(Now).Date ? Clock(at) : DateAndClock(at);

    /// <summary>The moment in the centre's zone.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, centre.Zone);

    /// <summary>Age of a moment: 00:42, 1:05:12.</summary>
    public string Age(DateTimeOffset since) => Length(Now - since);

    /// <summary>A length of time: 00:42, 1:05:12. Never negative.</summary>
    public static string Length(TimeSpan length)
    {
        var seconds = Math.Max(0, (long)length.TotalSeconds);
        return seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:00}:{seconds % 60:00}");
    }
}
