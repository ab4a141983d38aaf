using System.Globalization;
using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary>Says on standard error how far a long recording has been heard: one line for each further minute of it.</summary>
internal sealed class TranscriptionProgress(string file, TextWriter error) : IProgress<HearingProgress>
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private TimeSpan _next = Step;

    /// <inheritdoc />
    public void Report(HearingProgress value)
    {
        if (value.Duration > Step && value.Heard >= _next)
        {
            _next = value.Heard + Step;
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file} {value.Heard:hh\\:mm\\:ss} of {value.Duration:hh\\:mm\\:ss}"));
        }
    }
}
