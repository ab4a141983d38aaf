using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Says which key names a recogniser or a language that does not exist.</summary>
internal sealed class RecognitionOptionsValidator(IEnumerable<RecognizerRegistration> known) : IValidateOptions<RecognitionOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RecognitionOptions options)
    {
        var names = known.Select(recognizer => recognizer.Name).ToArray();
        var errors = ChainErrors.Find($"{RecognitionOptions.SectionName}:Chains", options.Chains, names, "recogniser").ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
