using System.Buffers.Binary;
using System.Text;

namespace CallIntake.Engine.Speech.Audio;

/// <summary>
/// Reads WAV files of any sane kind into mono 16-bit samples at their own rate. Pure but for <see cref="Read"/>. Length fields are not
/// trusted: Asterisk leaves them 0 while a file grows, espeak-ng and streaming servers write nonsense; the bytes that are there decide.
/// </summary>
internal static class WavReader
{
    /// <summary>Longest file read, bytes.</summary>
    public const long MaximumBytes = 512L * 1024 * 1024;

    // Formats stand at the beginning; a file whose data do not begin within this is measured when it was read.
    private const int HeadBytes = 64 * 1024;

    private const int MaximumChannels = 8;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Reads a file that may still be growing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">Longest sound read, by the bytes that are there; null for any.</param>
    /// <exception cref="SpeechException">The file is missing, unreadable, too long or no WAV of a known kind; the message names it.</exception>
    public static SpeechAudio Read(string path, TimeSpan? longest = null)
    {
        byte[] bytes;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > MaximumBytes)
            {
                throw new SpeechException($"{path}: {file.Length} bytes are more than the {MaximumBytes} that are read.");
            }

            bytes = ReadUpTo(file, longest is null ? 0 : Math.Min(HeadBytes, file.Length));
            CheckLength(bytes, file.Length, path, longest);
            file.Position = 0;
            bytes = ReadUpTo(file, file.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{path}: cannot be read: {exception.Message}", exception);
        }

        return Parse(bytes, path) with { Path = Path.GetFullPath(path) };
    }

    /// <summary>Reads a whole WAV file from memory.</summary>
    /// <param name="wav">The bytes of the file.</param>
    /// <param name="name">What to call it in an error.</param>
    public static SpeechAudio Parse(ReadOnlySpan<byte> wav, string name)
    {
        if (!IsWav(wav))
        {
            throw new SpeechException($"{name}: {Describe(wav)}, not a WAV file.");
        }

        var (format, start, size) = FindData(wav, name);
        return format is { } known && start > 0
            ? new SpeechAudio(WavSamples.ToMono(wav[start..EndOfData(wav, start, size)], known), known.SampleRate)
            : throw new SpeechException($"{name}: WAV file without {(format is null ? "a format" : "data")}.");
    }

    private static byte[] ReadUpTo(FileStream file, long bytes)
    {
        var buffer = new byte[bytes];
        return buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
    }

    // Before the whole is read: hours of sound would cost a live call its memory.
    private static void CheckLength(ReadOnlySpan<byte> head, long fileBytes, string path, TimeSpan? longest)
    {
        if (longest is not { } limit || !IsWav(head) || FindData(head, path) is not ({ } format, > 0 and var start, var size))
        {
            return;
        }

        var bytes = size == 0 ? fileBytes - start : Math.Min(fileBytes - start, size);
        var duration = TimeSpan.FromSeconds(Math.Floor((double)bytes / format.FrameBytes / format.SampleRate));
        if (duration > limit)
        {
            throw new SpeechException($"{path}: {duration:c} of sound are more than the {limit:c} that are heard (Speech:Recognition:LongestRecording).");
        }
    }

    private static bool IsWav(ReadOnlySpan<byte> wav) => wav.Length >= 12 && wav[..4].SequenceEqual("RIFF"u8) && wav[8..12].SequenceEqual("WAVE"u8);

    /// <summary>The format, null where there is none; where the data start, 0 where there are none; how many bytes they claim.</summary>
    private static (WavFormat? Format, int Start, uint Size) FindData(ReadOnlySpan<byte> wav, string name)
    {
        WavFormat? format = null;
        var position = 12;
        while (position + 8 <= wav.Length)
        {
            var id = wav.Slice(position, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(wav[(position + 4)..]);
            var start = position + 8;
            if (id.SequenceEqual("data"u8))
            {
                return (format ?? throw new SpeechException($"{name}: the data stand before the format."), start, size);
            }

            if (id.SequenceEqual("fmt "u8))
            {
                format = ReadFormat(wav[start..(int)Math.Min(wav.Length, start + (long)size)], name);
            }

            var next = start + (long)size + (size & 1);
            if (next > wav.Length)
            {
                break;
            }

            position = (int)next;
        }

        return (format, 0, 0);
    }

    private static int EndOfData(ReadOnlySpan<byte> wav, int start, uint size)
    {
        // 0 is written by a recorder that has not closed the file; a true empty chunk has nothing or a list of tags behind it.
        if (size == 0)
        {
            return wav[start..].StartsWith("LIST"u8) ? start : wav.Length;
        }

        return (int)Math.Min(wav.Length, start + (long)size);
    }

    private static WavFormat ReadFormat(ReadOnlySpan<byte> chunk, string name)
    {
        if (chunk.Length < 16)
        {
            throw new SpeechException($"{name}: the format of the WAV file is cut short.");
        }

        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == Extensible && chunk.Length >= 26)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        }

        var format = new WavFormat(
            (WavEncoding)tag,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
        Check(format, name);
        return format;
    }

    private static void Check(WavFormat format, string name)
    {
        var bitsKnown = format.Encoding switch
        {
            WavEncoding.Pcm => format.Bits is 8 or 16 or 24 or 32,
            WavEncoding.Float => format.Bits is 32 or 64,
            WavEncoding.ALaw or WavEncoding.MuLaw => format.Bits == 8,
            _ => throw new SpeechException($"{name}: WAV coding {(int)format.Encoding} is not PCM, float, A-law or µ-law."),
        };
        if (!bitsKnown)
        {
            throw new SpeechException($"{name}: {format.Bits} bits of {format.Encoding} are not known.");
        }

        if (format.Channels is < 1 or > MaximumChannels)
        {
            throw new SpeechException($"{name}: {format.Channels} channels; 1 to {MaximumChannels} can be read.");
        }

        if (format.SampleRate is < 4000 or > 192_000)
        {
            throw new SpeechException($"{name}: a rate of {format.SampleRate} Hz is outside 4000 to 192000.");
        }
    }

    private static string Describe(ReadOnlySpan<byte> head)
    {
        return head.IsEmpty ? "empty"
            : head.StartsWith("ID3"u8) || head.StartsWith([(byte)0xFF, (byte)0xFB]) ? "an MP3 file"
            : head.StartsWith("OggS"u8) ? "an Ogg file"
            : head.StartsWith("fLaC"u8) ? "a FLAC file"
            : $"begins with {Encoding.Latin1.GetString(Printable(head[..Math.Min(4, head.Length)]))}";
    }

    private static byte[] Printable(ReadOnlySpan<byte> bytes)
    {
        var shown = bytes.ToArray();
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = shown[i] is >= 0x20 and < 0x7F ? shown[i] : (byte)'?';
        }

        return shown;
    }
}
