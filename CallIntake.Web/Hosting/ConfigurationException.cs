namespace CallIntake.Web.Hosting;

/// <summary>The host cannot start with this configuration; carries every problem found.</summary>
internal sealed class ConfigurationException(IReadOnlyList<ConfigurationProblem> problems, Exception? innerException = null)
    : Exception(string.Join(Environment.NewLine, problems), innerException)
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; } = problems;
}
