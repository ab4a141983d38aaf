namespace CallIntake.Engine.Agi;

/// <summary>
/// Makes replies of lines. Only the usage block has several: <c>520-Invalid command syntax.  Proper usage follows:</c>, any text, and
/// <c>520 End of proper usage.</c> Holds no more than a count of the block's lines, whose text nobody needs.
/// </summary>
internal sealed class AgiReplyAssembler
{
    /// <summary>Lines of a usage block; the longest of Asterisk has about sixty.</summary>
    public const int MaximumUsageLines = 500;

    private int _usageLines;

    /// <summary>Takes a line; true where it completes a reply.</summary>
    /// <exception cref="AgiProtocolException">The line is no part of any reply.</exception>
    public bool TryComplete(string line, out AgiReply reply)
    {
        if (_usageLines > 0)
        {
            return TryCompleteUsage(line, out reply);
        }

        if (line.StartsWith("520-", StringComparison.Ordinal))
        {
            _usageLines = 1;
            reply = new AgiReply(AgiReply.WrongUsage, string.Empty, null, null);
            return false;
        }

        if (AgiReply.TryParse(line, out reply))
        {
            return true;
        }

        // Empty lines mean nothing between replies.
        return string.IsNullOrWhiteSpace(line) ? false : throw new AgiProtocolException("A line came that is no reply.");
    }

    private bool TryCompleteUsage(string line, out AgiReply reply)
    {
        if (line.StartsWith("520 ", StringComparison.Ordinal))
        {
            _usageLines = 0;
            return AgiReply.TryParse(line, out reply);
        }

        reply = new AgiReply(AgiReply.WrongUsage, string.Empty, null, null);
        return ++_usageLines <= MaximumUsageLines ? false : throw new AgiProtocolException($"A usage block has more than {MaximumUsageLines} lines.");
    }
}
