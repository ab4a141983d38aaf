using System.Buffers.Binary;
using System.Buffers.Text;

namespace CallIntake.Engine.Data;

/// <summary>A place in the list of calls, newest first: the last call already shown.</summary>
/// <param name="StartedAt">When it arrived, UTC.</param>
/// <param name="Id">Its id.</param>
public sealed record CallCursor(DateTimeOffset StartedAt, Guid Id)
{
    private const int Length = 24;
    private const int LongestText = 64;

    /// <summary>The opaque text that clients send back.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, StartedAt.UtcTicks);
        Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads <see cref="ToString"/>; null where the text is none of ours.</summary>
    public static CallCursor? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        if (text is not { Length: > 0 and <= LongestText }
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var count)
            || count != Length)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks
            ? null
            : new CallCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[sizeof(long)..Length], bigEndian: true));
    }
}
