using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// The model on disk: "CITM2", SHA-256 of the rest, then compressed: the card as JSON, the number of bucket bits, the members, the joint
/// layer (empty where there is none). Numbers are little-endian.
/// </summary>
internal static class ModelFile
{
    private static readonly byte[] Magic = "CITM2"u8.ToArray();

    /// <summary>Writes the file and, beside it, the card as readable JSON.</summary>
    public static void Write(string file, TrainedModel model)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
        {
            writer.Write(JsonSerializer.Serialize(model.Card, TriageJson.Compact));
            writer.Write(model.Bits);
            writer.Write(model.Members.Count);
            foreach (var member in model.Members)
            {
                WriteMember(writer, member);
            }

            WriteFloats(writer, model.Joint?.Weights ?? []);
            WriteFloats(writer, model.Joint?.Bias ?? []);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var body = packed.ToArray();
        File.WriteAllBytes(file, [.. Magic, .. SHA256.HashData(body), .. body]);
        File.WriteAllText(Path.ChangeExtension(file, ".json"), JsonSerializer.Serialize(model.Card, TriageJson.Pretty) + "\n");
    }

    /// <summary>Reads a model; <see cref="InvalidDataException"/> where the file is damaged or of another form, IO errors as they are.</summary>
    public static TrainedModel Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var start = Magic.Length + SHA256.HashSizeInBytes;
        if (bytes.Length < start || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException("not a triage model");
        }

        if (!SHA256.HashData(bytes.AsSpan(start)).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
        {
            throw new InvalidDataException("damaged: its checksum does not fit");
        }

        using var packed = new MemoryStream(bytes, start, bytes.Length - start);
        using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var card = JsonSerializer.Deserialize<ModelCard>(reader.ReadString(), TriageJson.Compact) ?? throw new InvalidDataException("it has no card");
        var bits = reader.ReadInt32();
        var members = new ModelMember[reader.ReadInt32()];
        int[] rows = [];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = ReadMember(reader, bits, ref rows);
        }

        return new TrainedModel(card, bits, members, ReadJoint(reader, members.Length));
    }

    private static void WriteMember(BinaryWriter writer, ModelMember member)
    {
        writer.Write(member.Table.Width);
        writer.Write(member.Table.Scales.Length);
        writer.Write(MemoryMarshal.AsBytes(member.Table.Rows));
        writer.Write(MemoryMarshal.AsBytes(member.Table.Scales));
        writer.Write(MemoryMarshal.AsBytes(member.Table.Weights));
        WriteFloats(writer, member.Bias);
        WriteFloats(writer, member.Hidden);
        WriteFloats(writer, member.HiddenBias);
    }

    private static ModelMember ReadMember(BinaryReader reader, int bits, ref int[] rows)
    {
        var (width, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (width is <= 0 or > 4096 || count < 0 || count > 1 << bits)
        {
            throw new InvalidDataException("its tables have impossible sizes");
        }

        // The members of a model keep the same buckets: one table of rows serves them all.
        var own = ReadAll<int>(reader, 1 << bits);
        rows = own.AsSpan().SequenceEqual(rows) ? rows : own;
        var scales = ReadAll<float>(reader, count);
        var weights = ReadAll<sbyte>(reader, count * width);
        return new ModelMember(new WeightTable(rows, scales, weights, width), ReadFloats(reader), ReadFloats(reader), ReadFloats(reader));
    }

    private static JointLayer? ReadJoint(BinaryReader reader, int members)
    {
        var (weights, bias) = (ReadFloats(reader), ReadFloats(reader));
        if (weights.Length == 0)
        {
            return null;
        }

        return weights.Length == JointLayer.Inputs(members) * ModelHeads.Width && bias.Length == ModelHeads.Width
            ? new JointLayer(weights, bias)
            : throw new InvalidDataException("its joint layer has an impossible size");
    }

    private static void WriteFloats(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static float[] ReadFloats(BinaryReader reader) => ReadAll<float>(reader, reader.ReadInt32());

    private static T[] ReadAll<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
