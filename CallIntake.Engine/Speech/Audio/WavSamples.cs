using System.Buffers.Binary;
using NAudio.Codecs;

namespace CallIntake.Engine.Speech.Audio;

/// <summary>Turns the bytes of a WAV file into mono 16-bit samples. Pure.</summary>
internal static class WavSamples
{
    /// <summary>Decodes and mixes the channels to one (their average). A last frame that is not complete is left out.</summary>
    public static short[] ToMono(ReadOnlySpan<byte> data, WavFormat format)
    {
        var frames = data.Length / format.FrameBytes;
        var samples = new short[frames];
        var width = format.Bits / 8;
        for (var frame = 0; frame < frames; frame++)
        {
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += Sample(data[(frame * format.FrameBytes + channel * width)..], format);
            }

            samples[frame] = ToInt16(sum / format.Channels);
        }

        return samples;
    }

    /// <summary>Raw little-endian 16-bit samples, as servers send them without a header.</summary>
    public static short[] FromPcm16(ReadOnlySpan<byte> data)
    {
        var samples = new short[data.Length / 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(i * 2)..]);
        }

        return samples;
    }

    /// <summary>The nearest 16-bit value; what is too loud is limited, not wrapped.</summary>
    public static short ToInt16(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);

    private static float Sample(ReadOnlySpan<byte> bytes, WavFormat format) => (format.Encoding, format.Bits) switch
    {
        (WavEncoding.ALaw, _) => ALawDecoder.ALawToLinearSample(bytes[0]),
        (WavEncoding.MuLaw, _) => MuLawDecoder.MuLawToLinearSample(bytes[0]),
        (WavEncoding.Float, 32) => Finite(BinaryPrimitives.ReadSingleLittleEndian(bytes)) * 32768f,
        (WavEncoding.Float, _) => Finite((float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)) * 32768f,
        (_, 8) => (bytes[0] - 128) * 256f,
        (_, 24) => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 65536f,
        (_, 32) => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 65536f,
        _ => BinaryPrimitives.ReadInt16LittleEndian(bytes),
    };

    private static float Finite(float value) => float.IsFinite(value) ? value : 0f;
}
