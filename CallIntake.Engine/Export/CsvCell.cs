using System.Text.RegularExpressions;

namespace CallIntake.Engine.Export;

/// <summary>Makes cells harmless: a spreadsheet runs what begins with a formula sign, and callers choose their words and numbers. Static and pure.</summary>
internal static partial class CsvCell
{
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, with an apostrophe in front where a spreadsheet would run it; leading spaces do not hide a formula.</summary>
    public static string? Text(string? text)
    {
        var content = text.AsSpan().TrimStart(' ');
        return content.Length > 0 && FormulaSigns.Contains(content[0]) ? "'" + text : text;
    }

    /// <summary>A telephone number in E.164 as it is, so that it can be read and dialled; anything else as text.</summary>
    public static string? Phone(string? number) => number is not null && E164().IsMatch(number) ? number : Text(number);

    [GeneratedRegex(@"\A\+[1-9][0-9]{3,14}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex E164();
}
