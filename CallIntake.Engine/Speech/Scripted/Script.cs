using System.Globalization;

namespace CallIntake.Engine.Speech.Scripted;

/// <summary>A text to be heard, with its optional header.</summary>
/// <param name="Text">One line, single spaces; empty for silence.</param>
/// <param name="Language">ru, kk or mixed; null where the header does not say.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record Script(string Text, string? Language, double Confidence)
{
    /// <summary>Reads a script file.</summary>
    /// <exception cref="FormatException">The header has an unknown word or value.</exception>
    public static Script Parse(string content)
    {
        string? language = null;
        var confidence = 0.9;
        var lines = content.Split('\n', 2);
        if (content.StartsWith('#'))
        {
            foreach (var entry in lines[0].Trim().Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = entry.Split(' ', 2, StringSplitOptions.TrimEntries);
                switch (parts)
                {
                    case ["lang", "ru" or "kk" or "mixed"]:
                        language = parts[1];
                        break;
                    case ["confidence", var value] when double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1:
                        confidence = number;
                        break;
                    default:
                        throw new FormatException($"'#{entry}' is not '#lang ru|kk|mixed' or '#confidence 0…1'.");
                }
            }

            content = lines.Length > 1 ? lines[1] : string.Empty;
        }

        return new Script(string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), language, confidence);
    }
}
