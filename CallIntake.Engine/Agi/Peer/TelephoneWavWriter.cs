using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>
/// Writes an 8 kHz, mono, 16-bit WAV while its sound comes in, as Asterisk does: the data can be read at any time, the lengths in the
/// header are right when the file is closed. For one writer.
/// </summary>
internal sealed class TelephoneWavWriter : IAsyncDisposable
{
    private const int HeaderLength = 44;

    private readonly FileStream _file;
    private long _samples;

    private TelephoneWavWriter(FileStream file) => _file = file;

    public long Samples => _samples;

    /// <summary>Begins a file, in place of one that is there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static async Task<TelephoneWavWriter> CreateAsync(string path)
    {
        var writer = new TelephoneWavWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        await writer._file.WriteAsync(Header(0));
        return writer;
    }

    public async Task AppendAsync(ReadOnlyMemory<short> samples)
    {
        await _file.WriteAsync(MemoryMarshal.AsBytes(samples.Span).ToArray());
        await _file.FlushAsync();
        _samples += samples.Length;
    }

    public async Task AppendSilenceAsync(TimeSpan length)
    {
        var silence = new byte[8192];
        for (var left = TelephoneWav.Samples(length) * 2; left > 0; left -= silence.Length)
        {
            await _file.WriteAsync(silence.AsMemory(0, (int)Math.Min(left, silence.Length)));
        }

        _samples += TelephoneWav.Samples(length);
    }

    /// <summary>Cuts the end off.</summary>
    public void Truncate(long samples)
    {
        _samples = Math.Clamp(samples, 0, _samples);
        _file.SetLength(HeaderLength + (_samples * 2));
    }

    public async ValueTask DisposeAsync()
    {
        _file.Position = 0;
        await _file.WriteAsync(Header(_samples * 2));
        await _file.DisposeAsync();
    }

    private static byte[] Header(long dataBytes)
    {
        var header = new byte[HeaderLength];
        var length = (uint)Math.Min(dataBytes, uint.MaxValue - HeaderLength);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), dataBytes == 0 ? 0 : length + HeaderLength - 8);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), TelephoneWav.Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), TelephoneWav.Rate * 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), length);
        return header;
    }
}
