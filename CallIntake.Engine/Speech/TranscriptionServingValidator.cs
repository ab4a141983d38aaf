using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech;

/// <summary>
/// A host that serves hearing must do it itself: where its own chains ask a server of this interface, that may be this host, or one that
/// asks this host, and a turn would go round until every deadline passed. OpenAI's own service asks nobody.
/// </summary>
internal sealed class TranscriptionServingValidator(IOptions<RecognitionOptions> recognition, IOptions<OpenAiSpeechOptions> openAi)
    : IValidateOptions<TranscriptionServingOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TranscriptionServingOptions options)
    {
        if (!options.Enabled || OpenAiRequests.IsService(openAi.Value.Endpoint))
        {
            return ValidateOptionsResult.Success;
        }

        var errors = ChainEntry.Languages
            .Where(language => recognition.Value.Chain(language).Contains(OpenAiRecognizer.RecognizerName, StringComparer.Ordinal))
            .Select(language => $"{TranscriptionServingOptions.SectionName}:Enabled: a host that serves recognition cannot have '{OpenAiRecognizer.RecognizerName}'"
                + $" in {RecognitionOptions.SectionName}:Chains:{language} with {OpenAiSpeechOptions.SectionName}:Endpoint {openAi.Value.Endpoint}: it might ask itself.")
            .ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
