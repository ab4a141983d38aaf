using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Triage;

/// <summary>Messages of the triage; never a word of the caller.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "The assessment of a call failed; it goes to a human")]
    public static partial void AssessmentFailed(this ILogger logger, Exception exception);

    [LoggerMessage(3001, LogLevel.Warning, "The trained model {File} cannot be used ({Reason}); the rules judge alone. Train one with: triage train")]
    public static partial void ModelUnusable(this ILogger logger, string file, string reason);

    [LoggerMessage(3002, LogLevel.Information, "Triage uses {Rules} and model {Model}")]
    public static partial void Ready(this ILogger logger, string rules, string? model);

    [LoggerMessage(3003, LogLevel.Debug, "{Model} took a second look: {Outcome} after {Milliseconds} ms")]
    public static partial void Refined(this ILogger logger, string model, string outcome, double milliseconds);
}
