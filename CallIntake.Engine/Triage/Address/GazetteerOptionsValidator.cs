using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Reads the deployer's gazetteer once at the start, so that a bad line stops the host and not a call.</summary>
internal sealed class GazetteerOptionsValidator(ContentPaths paths) : IValidateOptions<GazetteerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GazetteerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Path.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var file = paths.Resolve(options.Path);
        try
        {
            GazetteerFile.Parse(File.ReadLines(file));
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ValidateOptionsResult.Fail($"{GazetteerOptions.SectionName}:{nameof(GazetteerOptions.Path)}: {file}: {exception.Message}");
        }
    }
}
