using System.IO.Compression;
using System.Runtime.InteropServices;

namespace CallIntake.Engine.Triage.Counting;

/// <summary>The learnt numbers of the counter: a row of weights for each hashed feature. Stored compressed, one signed byte a weight.</summary>
internal sealed class PeopleWeights
{
    private const uint Magic = 0x314C5050;

    /// <summary>The table has two to this power rows.</summary>
    public const int Bits = 16;

    /// <summary>The value of one step of a weight.</summary>
    public required float Scale { get; init; }

    /// <summary>Rows of <see cref="PeopleAnswers.Count"/> weights each.</summary>
    public required sbyte[] Rows { get; init; }

    /// <summary>What it was learnt from, for people.</summary>
    public required string Origin { get; init; }

    /// <summary>Writes the file.</summary>
    public void Save(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Magic);
        writer.Write(Origin);
        writer.Write(Scale);
        writer.Write(MemoryMarshal.AsBytes(Rows.AsSpan()));
    }

    /// <summary>Reads a file; throws <see cref="InvalidDataException"/> where it is none.</summary>
    public static PeopleWeights Load(Stream stream)
    {
        try
        {
            using var packed = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(packed);
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("not a file of people weights");
            }

            var origin = reader.ReadString();
            var scale = reader.ReadSingle();
            var rows = new sbyte[PeopleAnswers.Count << Bits];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
            return new PeopleWeights { Origin = origin, Scale = scale, Rows = rows };
        }
        catch (Exception exception) when (exception is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException("the file of people weights is damaged", exception);
        }
    }
}
