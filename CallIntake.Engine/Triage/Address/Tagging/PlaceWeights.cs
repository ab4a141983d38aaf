using System.IO.Compression;
using System.Runtime.InteropServices;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>
/// The learnt numbers of the tagger: a row of weights for each hashed feature, what may follow what, and the words callers use outside
/// addresses. Stored compressed, one signed byte a weight.
/// </summary>
internal sealed class PlaceWeights
{
    private const uint Magic = 0x31544350;

    /// <summary>Number of rows is two to this power.</summary>
    public required int Bits { get; init; }

    /// <summary>The value of one step of a weight.</summary>
    public required float Scale { get; init; }

    /// <summary>Rows of <see cref="PlaceTags.Count"/> weights each.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>Weight of a tag behind another: [before * Count + next]; further Count values for the first place.</summary>
    public required float[] Transitions { get; init; }

    /// <summary>Hashes of words used outside addresses, ascending.</summary>
    public required uint[] Common { get; init; }

    /// <summary>What it was learnt from, for people.</summary>
    public required string Origin { get; init; }

    /// <summary>Writes the file.</summary>
    public void Save(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Magic);
        writer.Write(Origin);
        writer.Write(Bits);
        writer.Write(Scale);
        writer.Write(MemoryMarshal.AsBytes(Transitions.AsSpan()));
        writer.Write(Common.Length);
        writer.Write(MemoryMarshal.AsBytes(Common.AsSpan()));
        // Tag by tag, not row by row: neighbours are then alike and pack well.
        for (var tag = 0; tag < PlaceTags.Count; tag++)
        {
            for (var row = 0; row < 1 << Bits; row++)
            {
                writer.Write(Rows[(row * PlaceTags.Count) + tag]);
            }
        }
    }

    /// <summary>Reads a file; throws <see cref="InvalidDataException"/> where it is none.</summary>
    public static PlaceWeights Load(Stream stream)
    {
        try
        {
            using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(packed);
            return reader.ReadUInt32() == Magic ? Read(reader) : throw new InvalidDataException("not a file of address weights");
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException("the file of address weights is damaged", exception);
        }
    }

    private static PlaceWeights Read(BinaryReader reader)
    {
        var origin = reader.ReadString();
        var bits = reader.ReadInt32();
        var scale = reader.ReadSingle();
        if (bits is < 8 or > 22)
        {
            throw new InvalidDataException("the file of address weights is damaged");
        }

        var transitions = new float[(PlaceTags.Count + 1) * PlaceTags.Count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        var common = new uint[Math.Clamp(reader.ReadInt32(), 0, 1 << 20)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(common.AsSpan()));
        var columns = new byte[PlaceTags.Count << bits];
        reader.BaseStream.ReadExactly(columns);
        var rows = new sbyte[columns.Length];
        for (var tag = 0; tag < PlaceTags.Count; tag++)
        {
            for (var row = 0; row < 1 << bits; row++)
            {
                rows[(row * PlaceTags.Count) + tag] = (sbyte)columns[(tag << bits) + row];
            }
        }

        return new PlaceWeights { Bits = bits, Scale = scale, Rows = rows, Transitions = transitions, Common = common, Origin = origin };
    }
}
