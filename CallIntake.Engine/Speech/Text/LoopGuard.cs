using System.IO.Compression;

namespace CallIntake.Engine.Speech.Text;

/// <summary>
/// Cuts what a decoder repeats when it has lost the sound ("вон, вон, вон …"). People repeat themselves too, so two repeats stay, and only a
/// repetition no caller makes counts as a loop. Pure.
/// </summary>
internal static class LoopGuard
{
    private const int LongestPattern = 8;
    private const int RepeatsKept = 2;

    // Text that deflate packs to less than this part of itself is repetition (Whisper's own limit is 2.4).
    private const double CompressionLimit = 2.4;

    /// <summary>The text without its loops, and whether there was one.</summary>
    public static (string Text, bool Looped) Cut(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        var folded = words.ConvertAll(TextFold.Fold);
        var looped = false;
        for (var length = 1; length <= LongestPattern; length++)
        {
            for (var start = 0; start + length * 2 <= words.Count; start++)
            {
                var repeats = Repeats(folded, start, length);
                if (repeats >= MostSaid(length))
                {
                    looped = true;
                    var from = start + RepeatsKept * length;
                    words.RemoveRange(from, (repeats - RepeatsKept) * length);
                    folded.RemoveRange(from, (repeats - RepeatsKept) * length);
                }
            }
        }

        var cut = looped ? string.Join(' ', words) : text;
        return (cut, looped || CompressionRatio(text) > CompressionLimit || CompressionRatio(cut) > CompressionLimit);
    }

    /// <summary>How many times smaller deflate makes a text; 1 for one that is too short to tell.</summary>
    internal static double CompressionRatio(string text)
    {
        if (text.Length < 60)
        {
            return 1;
        }

        // One byte a letter: two-byte letters would look like repetition.
        var bytes = text.Select(character => (byte)character).ToArray();
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return (double)bytes.Length / packed.Length;
    }

    private static int MostSaid(int length) => length switch { 1 => 6, 2 => 4, _ => 3 };

    private static int Repeats(List<string> words, int start, int length)
    {
        var repeats = 1;
        while (start + (repeats + 1) * length <= words.Count && Same(words, start, start + repeats * length, length))
        {
            repeats++;
        }

        return repeats;
    }

    private static bool Same(List<string> words, int first, int second, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!string.Equals(words[first + i], words[second + i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
