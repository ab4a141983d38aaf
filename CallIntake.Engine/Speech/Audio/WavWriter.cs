using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallIntake.Engine.Speech.Audio;

/// <summary>Writes the only sound file Asterisk plays without conversion: WAV, 8 kHz, 16 bit, mono.</summary>
internal static class WavWriter
{
    /// <summary>Rate of a telephone line, hertz.</summary>
    public const int TelephoneRate = 8000;

    private const int HeaderBytes = 44;

    /// <summary>The bytes of a WAV file with the audio as it is (no change of rate).</summary>
    public static byte[] ToBytes(SpeechAudio audio)
    {
        var dataBytes = audio.Samples.Length * 2;
        var wav = new byte[HeaderBytes + dataBytes];
        var header = wav.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], audio.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], audio.SampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataBytes);
        MemoryMarshal.AsBytes(audio.Samples.Span).CopyTo(header[HeaderBytes..]);
        return wav;
    }

    /// <summary>Writes a telephone WAV; whoever opens the name sees a whole file or none.</summary>
    /// <exception cref="SpeechException">The folder cannot be written.</exception>
    public static async Task WriteTelephoneAsync(string path, SpeechAudio audio, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await File.WriteAllBytesAsync(temporary, ToBytes(Resampler.To(audio, TelephoneRate)), cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{path}: cannot be written: {exception.Message}", exception);
        }
        finally
        {
            // Gone after the move; left over only where writing or moving failed.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
