namespace CallIntake.Engine.Triage.Rules;

/// <summary>One entry of a concept: words that must follow each other.</summary>
/// <param name="Concept">Index of the concept.</param>
/// <param name="Parts">The words, at least one.</param>
internal sealed record WordPattern(int Concept, IReadOnlyList<WordPart> Parts)
{
    /// <summary>The entry itself begins with a negation, so that a negation inside it denies nothing.</summary>
    public bool OwnNegation { get; } = Parts.Any(part => part.Literal is "не" or "нет" or "без" or "никто" or "никого" or "жок" or "емес" or "ешким"
        || part.Literal.EndsWith("маи", StringComparison.Ordinal) || part.Literal.EndsWith("май", StringComparison.Ordinal)
        || part.Literal.EndsWith("мей", StringComparison.Ordinal) || part.Literal.EndsWith("бай", StringComparison.Ordinal)
        || part.Literal.EndsWith("алм", StringComparison.Ordinal));
}
