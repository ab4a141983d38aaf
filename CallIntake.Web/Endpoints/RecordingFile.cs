using System.Buffers.Binary;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// A recording as it stands at this moment: while a call goes on the file grows and its header still says that it is empty, so the two
/// lengths in the header are given as they are now. Reading is seekable, so ranges work. One reader.
/// </summary>
internal sealed class RecordingFile : Stream
{
    /// <summary>A header is within this many bytes in every file that the exchange or the engine writes.</summary>
    private const int HeaderWindow = 512;

    private readonly FileStream _file;
    private readonly byte[] _head;

    private RecordingFile(FileStream file, byte[] head, long length)
    {
        (_file, _head, Length) = (file, head, length);
    }

    /// <inheritdoc />
    public override long Length { get; }

    /// <inheritdoc />
    public override long Position { get; set; }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <summary>
    /// The absolute path of a stored recording; null where it would lie outside the root, whatever the stored text says.
    /// </summary>
    public static string? Locate(string root, string relative)
    {
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            return null;
        }

        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(relative, folder);
        return path.StartsWith(folder, StringComparison.Ordinal) ? path : null;
    }

    /// <summary>Opens a file that may still be written.</summary>
    public static async Task<RecordingFile> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous,
        });
        try
        {
            var length = file.Length;
            var head = new byte[Math.Min(HeaderWindow, length)];
            await file.ReadExactlyAsync(head, cancellationToken);
            length -= Mend(head, length);
            return new RecordingFile(file, head, length);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = (int)Math.Min(buffer.Length, Length - Position);
        if (left <= 0)
        {
            return 0;
        }

        if (Position < _head.Length)
        {
            var count = Math.Min(left, _head.Length - (int)Position);
            _head.AsMemory((int)Position, count).CopyTo(buffer);
            Position += count;
            return count;
        }

        _file.Position = Position;
        var read = await _file.ReadAsync(buffer[..left], cancellationToken);
        Position += read;
        return read;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Recordings are read asynchronously.");

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Writes the present lengths into the header; returns how many bytes at the end are half a sample and not given out.</summary>
    private static long Mend(Span<byte> head, long length)
    {
        if (head.Length < 44 || !head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
        {
            return 0;
        }

        var at = 12;
        while (at + 8 <= head.Length && !head[at..(at + 4)].SequenceEqual("data"u8))
        {
            at += 8 + (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 4)..]) + 1 & ~1u, int.MaxValue - at - 8L);
        }

        if (at + 8 > head.Length)
        {
            return 0;
        }

        var said = BinaryPrimitives.ReadUInt32LittleEndian(head[(at + 4)..]);
        var there = length - at - 8;
        if (said != 0 && said <= there)
        {
            return 0;
        }

        var half = there & 1;
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)Math.Min(length - half - 8, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(head[(at + 4)..], (uint)Math.Min(there - half, uint.MaxValue));
        return half;
    }
}
