using System.Text;

namespace CallIntake.Tests.Speech;

/// <summary>
/// Writes small ONNX models by hand (protobuf, onnx.proto3), so that models of a wrong type or shape need no files: each output is a
/// cast of an input, its first dimensions as the input has them.
/// </summary>
internal static class OnnxFile
{
    public const int Float = 1;
    public const int Int32 = 6;
    public const int Int64 = 7;
    public const int Float16 = 10;

    /// <summary>A model; dimensions that are not positive are left open, no dimensions at all leave the rank open.</summary>
    public static byte[] Of(IEnumerable<Port> inputs, IEnumerable<(Port Port, string From)> outputs)
    {
        var given = outputs.ToArray();
        var nodes = given.SelectMany(output => Field(1, [
            .. Field(1, Text(output.From)), .. Field(2, Text(output.Port.Name)), .. Field(4, Text("Cast")),
            .. Field(5, [.. Field(1, Text("to")), .. Number(3, output.Port.Type), .. Number(20, 2)])]));
        byte[] graph = [
            .. nodes, .. Field(2, Text("test")), .. inputs.SelectMany(port => Field(11, Info(port))), .. given.SelectMany(output => Field(12, Info(output.Port)))];
        return [.. Number(1, 8), .. Field(7, graph), .. Field(8, Number(2, 17))];
    }

    private static byte[] Info(Port port)
    {
        var shape = port.Dimensions.SelectMany((size, i) => Field(1, size > 0 ? Number(1, size) : Field(2, Text($"{port.Name}{i}")))).ToArray();
        byte[] tensor = [.. Number(1, port.Type), .. port.Dimensions.Length > 0 ? Field(2, shape) : []];
        return [.. Field(1, Text(port.Name)), .. Field(2, Field(1, tensor))];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Field(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value > 127; value >>= 7)
        {
            yield return (byte)(value | 128);
        }

        yield return (byte)value;
    }

    /// <summary>An input or output.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Type of a number, as ONNX counts them.</param>
    /// <param name="Dimensions">Sizes.</param>
    internal sealed record Port(string Name, int Type, params int[] Dimensions);
}
