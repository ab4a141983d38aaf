using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Rules;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage;

/// <summary>Reads the rule files at the start, so that a mistake in them is reported with file and line before the first call.</summary>
internal sealed class TriageOptionsValidator(ContentPaths paths) : IValidateOptions<TriageOptions>
{
    public ValidateOptionsResult Validate(string? name, TriageOptions options)
    {
        try
        {
            RuleBookReader.Read(paths.Resolve(options.Rules));
            return ValidateOptionsResult.Success;
        }
        catch (RuleBookException exception)
        {
            return ValidateOptionsResult.Fail(exception.Errors.Select(error => $"{TriageOptions.SectionName}:{nameof(TriageOptions.Rules)}: {error}"));
        }
    }
}
