using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CallIntake.Engine.Data;

/// <summary>
/// Times in SQLite: text of one length in UTC (<c>2026-11-27T18:05:09.123456Z</c>), which sorts by time, can be indexed and is readable with
/// any tool. SQLite itself cannot order by DateTimeOffset.
/// </summary>
internal sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, string>(
    time => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture),
    text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.ffffffZ";
}
