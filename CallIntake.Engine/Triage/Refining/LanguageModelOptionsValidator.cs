using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>What the data annotations cannot say: the parts that a backend needs. Reports every error at once.</summary>
internal sealed class LanguageModelOptionsValidator(ContentPaths paths, IConfiguration configuration) : IValidateOptions<LanguageModelOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageModelOptions options)
    {
        if (options.Backend == LanguageModelBackend.None)
        {
            return ValidateOptionsResult.Success;
        }

        var errors = new List<string>();
        if (options is { Backend: LanguageModelBackend.Compatible, Endpoint: null })
        {
            errors.Add($"{LanguageModelOptions.SectionName}:Endpoint: the backend 'compatible' needs the address of the server");
        }

        if (options.Endpoint is { } endpoint && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https")))
        {
            errors.Add($"{LanguageModelOptions.SectionName}:Endpoint: '{endpoint}' is no http or https address");
        }

        if (options.Backend != LanguageModelBackend.Compatible && LanguageModelServices.Key(options, configuration) is null)
        {
            errors.Add($"{LanguageModelOptions.SectionName}:ApiKey: the backend needs a key; set {LanguageModelServices.KeyVariable(options.Backend)} in the environment or .env");
        }

        if (!File.Exists(paths.Resolve(options.Prompt)))
        {
            errors.Add($"{LanguageModelOptions.SectionName}:Prompt: {paths.Resolve(options.Prompt)} is missing");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
