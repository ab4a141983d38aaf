using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>WAV files as the telephone has them: 8 kHz, mono, 16 bit.</summary>
internal static class TelephoneWav
{
    public const int Rate = 8000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Reads a PCM WAV of any rate and any number of channels.</summary>
    /// <exception cref="TestCallException">There is none that could be read.</exception>
    public static short[] Read(string path)
    {
        try
        {
            using var reader = new WaveFileReader(path);
            if (reader.TotalTime > Longest)
            {
                throw new TestCallException($"{path} is longer than {Longest.TotalMinutes} minutes.");
            }

            ISampleProvider samples = new MonoSamples(reader.ToSampleProvider());
            return ToPcm(samples.WaveFormat.SampleRate == Rate ? samples : new WdlResamplingSampleProvider(samples, Rate));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TestCallException($"{path} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or ArgumentException or InvalidOperationException
            or NotSupportedException or OverflowException or IndexOutOfRangeException or DivideByZeroException)
        {
            throw new TestCallException($"{path} is no WAV file with uncompressed sound.", exception);
        }
    }

    /// <summary>The sound if Asterisk would play it under the name: an 8 kHz, mono, 16-bit WAV; null for anything else.</summary>
    public static short[]? ReadPlayable(string path)
    {
        try
        {
            using var reader = new WaveFileReader(path);
            var format = reader.WaveFormat;
            var playable = format is { SampleRate: Rate, Channels: 1, BitsPerSample: 16, Encoding: WaveFormatEncoding.Pcm } && reader.Length > 0;
            return playable ? ToPcm(reader.ToSampleProvider()) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or InvalidDataException
            or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>How many samples a time has.</summary>
    public static long Samples(TimeSpan length) => (long)(Math.Max(0, length.TotalSeconds) * Rate);

    /// <summary>How long so many samples last.</summary>
    public static TimeSpan Length(long samples) => TimeSpan.FromSeconds((double)samples / Rate);

    private static short[] ToPcm(ISampleProvider samples)
    {
        var pcm = new List<short>(Rate * 10);
        var buffer = new float[Rate];
        for (var count = samples.Read(buffer); count > 0; count = samples.Read(buffer))
        {
            foreach (var sample in buffer.AsSpan(0, count))
            {
                pcm.Add((short)Math.Clamp(MathF.Round(sample * 32768f), short.MinValue, short.MaxValue));
            }
        }

        return [.. pcm];
    }

    /// <summary>The mean of all channels.</summary>
    private sealed class MonoSamples(ISampleProvider source) : ISampleProvider
    {
        private readonly int _channels = source.WaveFormat.Channels;
        private float[] _frames = [];

        public WaveFormat WaveFormat { get; } = WaveFormat.CreateIeeeFloatWaveFormat(source.WaveFormat.SampleRate, 1);

        public int Read(Span<float> buffer)
        {
            if (_frames.Length < buffer.Length * _channels)
            {
                _frames = new float[buffer.Length * _channels];
            }

            var frames = source.Read(_frames.AsSpan(0, buffer.Length * _channels)) / _channels;
            for (var frame = 0; frame < frames; frame++)
            {
                var sum = 0f;
                for (var channel = 0; channel < _channels; channel++)
                {
                    sum += _frames[(frame * _channels) + channel];
                }

                buffer[frame] = sum / _channels;
            }

            return frames;
        }
    }
}
