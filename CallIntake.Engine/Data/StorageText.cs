using System.Text;

namespace CallIntake.Engine.Data;

/// <summary>Takes out of texts what databases refuse: the character zero and halves of surrogate pairs. Static and pure.</summary>
internal static class StorageText
{
    public static string Clean(string text)
    {
        if (!text.Any(character => character == '\0' || char.IsSurrogate(character)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value != 0))
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    public static string? CleanOrNull(string? text) => text is null ? null : Clean(text);
}
