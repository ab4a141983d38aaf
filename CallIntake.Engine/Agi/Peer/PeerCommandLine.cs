using System.Text;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>Asterisk's grammar of a command line (res_agi.c, parse_args), read from the other side.</summary>
internal static class PeerCommandLine
{
    /// <summary>The words of a line; false where a quote is left open.</summary>
    public static bool TrySplit(string line, out string[] words)
    {
        var found = new List<string>();
        var word = new StringBuilder();
        bool quoted = false, begun = false, escaped = false;
        foreach (var character in line)
        {
            if (escaped)
            {
                word.Append(character);
                escaped = false;
            }
            else if (character == '\\')
            {
                escaped = begun = true;
            }
            else if (character == '"')
            {
                quoted = !quoted;
                begun = true;
            }
            else if (character is ' ' or '\t' && !quoted)
            {
                Finish();
            }
            else
            {
                word.Append(character);
                begun = true;
            }
        }

        Finish();
        words = [.. found];
        return !quoted;

        void Finish()
        {
            if (begun)
            {
                found.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }
    }

    /// <summary>What Asterisk would not forgive in the bytes of a line, in words.</summary>
    public static IEnumerable<string> FaultsIn(ReadOnlyMemory<byte> line)
    {
        if (line.Length + 1 > AgiCommand.MaximumBytes)
        {
            yield return $"a command of {line.Length + 1} bytes";
        }

        if (line.Span.Contains((byte)'\r'))
        {
            yield return "a carriage return in a command";
        }

        if (line.Span.Contains((byte)0))
        {
            yield return "a NUL in a command";
        }

        if (!System.Text.Unicode.Utf8.IsValid(line.Span))
        {
            yield return "a command that is no UTF-8";
        }
    }
}
