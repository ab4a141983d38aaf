using CallIntake.Engine.Speech.Recognition;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>Says which key names a voice or a language that does not exist.</summary>
internal sealed class SynthesisOptionsValidator(IEnumerable<SynthesizerRegistration> known) : IValidateOptions<SynthesisOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, SynthesisOptions options)
    {
        var names = known.Select(voice => voice.Name).ToArray();
        var errors = ChainErrors.Find($"{SynthesisOptions.SectionName}:Chains", options.Chains, names, "voice").ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
