using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech;

/// <summary>Section <c>Speech:Serving</c>: hearing for other machines through <c>/v1/audio/transcriptions</c>.</summary>
public sealed class TranscriptionServingOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Serving";

    private const int ShortestKey = 16;

    /// <summary>Whether the host serves it. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>The key that clients send as <c>Authorization: Bearer</c>; at least 16 characters where it is served.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Largest upload, bytes. Default 25 MiB.</summary>
    [Range(1024, 512 * 1024 * 1024)]
    public long MaximumBytes { get; set; } = 25 * 1024 * 1024;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Enabled && Key.Length < ShortestKey)
        {
            yield return new ValidationResult($"A key of at least {ShortestKey} characters is needed to serve recognition.", [nameof(Key)]);
        }
    }
}
