using CallIntake.Engine.Speech.Audio;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.VoiceActivity;

/// <summary>Finds speech by the Silero network and two thresholds, so that a word's quiet middle does not cut it. Thread-safe.</summary>
internal sealed class SileroVoiceActivityDetector(SileroModel model, IOptions<VoiceActivityOptions> options) : IVoiceActivityDetector
{
    private const double StepSeconds = (double)SileroModel.Step / SileroModel.SampleRate;

    /// <inheritdoc />
    public IReadOnlyList<SpeechSegment> Detect(SpeechAudio audio)
    {
        var probabilities = model.Probabilities(Resampler.ToFloat(audio, SileroModel.SampleRate, 1f / 32768));
        return Segments(probabilities, audio.Duration.TotalSeconds, options.Value);
    }

    /// <summary>Turns probabilities, one per 32 ms, into stretches of speech. Pure.</summary>
    internal static IReadOnlyList<SpeechSegment> Segments(ReadOnlySpan<float> probabilities, double duration, VoiceActivityOptions options)
    {
        var found = new List<SpeechSegment>();
        var start = -1;
        for (var i = 0; i <= probabilities.Length; i++)
        {
            var probability = i < probabilities.Length ? probabilities[i] : 0;
            if (start < 0 && probability >= options.Threshold)
            {
                start = i;
            }
            else if (start >= 0 && probability < options.EndThreshold)
            {
                Add(found, start * StepSeconds, Math.Min(duration, i * StepSeconds), options.MinimumSilenceMilliseconds / 1000d);
                start = -1;
            }
        }

        found.RemoveAll(segment => segment.End - segment.Start < options.MinimumSpeechMilliseconds / 1000d);
        return Padded(found, options.PaddingMilliseconds / 1000d, duration);
    }

    private static void Add(List<SpeechSegment> found, double start, double end, double minimumSilence)
    {
        if (found.Count > 0 && start - found[^1].End < minimumSilence)
        {
            found[^1] = new SpeechSegment(found[^1].Start, end);
        }
        else
        {
            found.Add(new SpeechSegment(start, end));
        }
    }

    private static List<SpeechSegment> Padded(List<SpeechSegment> found, double padding, double duration)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var before = i == 0 ? 0 : found[i - 1].End;
            var after = i == found.Count - 1 ? duration : (found[i].End + found[i + 1].Start) / 2;
            found[i] = new SpeechSegment(Math.Max(before, found[i].Start - padding), Math.Min(after, found[i].End + padding));
        }

        return found;
    }
}
