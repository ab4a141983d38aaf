using System.Text;

namespace CallIntake.Engine.Speech.Text;

/// <summary>Brings words to the form in which they are compared: lower case, е for ё, no punctuation. Pure.</summary>
internal static class TextFold
{
    /// <summary>Letters and digits of a text in lower case; everything else is one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                var lower = char.ToLowerInvariant(character);
                folded.Append(lower == 'ё' ? 'е' : lower);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The words of a text, folded.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
