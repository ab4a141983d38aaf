namespace CallIntake.Engine.Triage.Rules;

/// <summary>The rule files cannot be used; the message lists every error with file and line.</summary>
public sealed class RuleBookException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>One line per error.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
