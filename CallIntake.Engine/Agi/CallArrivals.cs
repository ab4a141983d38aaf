using System.Globalization;
using System.Text;
using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Agi;

/// <summary>What a request tells of its call, cleaned: nothing in it is trusted.</summary>
internal static class CallArrivals
{
    private const int LongestCallerId = 64;
    private const int LongestName = 128;
    private const string TestMark = "test=1";

    public static CallArrival From(AgiRequest request, bool fromThisMachine) => new(
        request["agi_callerid"] is { } callerId && callerId != "unknown" ? Clean(callerId, LongestCallerId) : string.Empty,
        NullIfEmpty(Clean(request["agi_channel"], LongestName)),
        NullIfEmpty(Clean(request["agi_uniqueid"], LongestName)),
        fromThisMachine && request.Has(TestMark));

    /// <summary>The text without control characters, invisible marks and line separators, and no longer than allowed.</summary>
    internal static string Clean(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            if (IsVisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
