namespace CallIntake.Engine.Triage.Rules;

/// <summary>One word of an entry.</summary>
/// <param name="Literal">Its folded letters.</param>
/// <param name="Prefix">Whether any ending may follow.</param>
/// <param name="Gap">Whether up to three other words may stand before it.</param>
internal readonly record struct WordPart(string Literal, bool Prefix, bool Gap)
{
    /// <summary>Whether the folded word fits.</summary>
    public bool Fits(string word) => Prefix ? word.StartsWith(Literal, StringComparison.Ordinal) : word == Literal;
}
