namespace CallIntake.Web.Hosting;

/// <summary>Something wrong in the configuration.</summary>
/// <param name="Key">The key, such as Intake:MaximumQuestions.</param>
/// <param name="Source">Where its value stands: a file, an environment variable, the command line, or "default".</param>
/// <param name="Message">What is wrong and what is wanted.</param>
internal sealed record ConfigurationProblem(string Key, string Source, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Key} ({Source}): {Message}";
}
