namespace CallIntake.Engine.Triage.Counting;

/// <summary>One word or number of a text.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Plain">Folded by <see cref="PlainText"/>.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct SpokenToken(string Text, string Plain, int Start, SpokenGap Gap)
{
    /// <summary>One past the last character.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsDigits => char.IsAsciiDigit(Text[0]);

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);
}
