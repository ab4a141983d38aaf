namespace CallIntake.Web.Identity;

/// <summary>Writes something that a person must see, and no log may keep, to the terminal (standard error). Thread-safe.</summary>
internal sealed class TerminalNotice(TextWriter terminal)
{
    /// <summary>Writes the lines in one piece, set apart from what is logged around them.</summary>
    public void Show(params string[] lines)
    {
        var rule = new string('=', 72);
        terminal.Write(string.Join(Environment.NewLine, [string.Empty, rule, .. lines, rule, string.Empty]) + Environment.NewLine);
        terminal.Flush();
    }
}
