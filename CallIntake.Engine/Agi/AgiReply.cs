using System.Globalization;

namespace CallIntake.Engine.Agi;

/// <summary>
/// A reply of Asterisk (res_agi.c): <c>200 result=N</c>, <c>200 result=N (text)</c>, <c>200 result=N endpos=M</c>,
/// <c>200 result=N (reason) endpos=M</c>, <c>510 …</c>, <c>511 …</c>, <c>520 …</c> in one line or in a block.
/// </summary>
/// <param name="Code">200, 510, 511, 520, or any other three digits.</param>
/// <param name="ResultText">What stands behind "result=", as it came (GET DATA gives digits); empty in other replies.</param>
/// <param name="Text">What stands in the parentheses; null where there are none. In other replies what follows the code.</param>
/// <param name="EndPosition">Samples behind "endpos="; null where there is none.</param>
internal sealed record AgiReply(int Code, string ResultText, string? Text, long? EndPosition)
{
    public const int Success = 200;
    public const int UnknownCommand = 510;
    public const int DeadChannel = 511;
    public const int WrongUsage = 520;

    /// <summary>The result as a number; null where it is none, or too large to be one.</summary>
    public int? Result => int.TryParse(ResultText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether the command was carried out; a result of -1 can still mean a hang-up or a failed file.</summary>
    public bool IsSuccess => Code == Success;

    /// <summary>The result as a telephone key; null where it is none.</summary>
    public char? Key => Result is { } number and > 0 and < 128 && AgiCommand.IsKey((char)number) ? (char)number : null;

    /// <summary>Reads the line of a reply, or the last line of a block; false where it is none.</summary>
    public static bool TryParse(string line, out AgiReply reply)
    {
        reply = new AgiReply(0, string.Empty, null, null);
        if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code < 100)
        {
            return false;
        }

        if (line.Length > 3 && line[3] != ' ')
        {
            return false;
        }

        var rest = line.Length > 4 ? line.AsSpan(4) : default;
        reply = code == Success ? ParseSuccess(rest) : new AgiReply(code, string.Empty, rest.Trim().ToString(), null);
        return code != Success || rest.TrimStart().StartsWith("result=");
    }

    private static AgiReply ParseSuccess(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        rest = rest.StartsWith("result=") ? rest["result=".Length..] : rest;
        var space = rest.IndexOf(' ');
        var result = (space < 0 ? rest : rest[..space]).ToString();
        rest = space < 0 ? default : rest[space..];

        // The text is not escaped and may hold parentheses of its own, so it goes up to the last one.
        var open = rest.IndexOf('(');
        var close = rest.LastIndexOf(')');
        string? text = null;
        if (open >= 0 && close > open)
        {
            text = rest[(open + 1)..close].ToString();
            rest = rest[(close + 1)..];
        }

        return new AgiReply(Success, result, text, EndPositionIn(rest));
    }

    private static long? EndPositionIn(ReadOnlySpan<char> rest)
    {
        const string mark = "endpos=";
        var at = rest.IndexOf(mark);
        if (at < 0)
        {
            return null;
        }

        var number = rest[(at + mark.Length)..];
        var end = number.IndexOf(' ');
        number = end < 0 ? number : number[..end];
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var samples) ? samples : null;
    }
}
