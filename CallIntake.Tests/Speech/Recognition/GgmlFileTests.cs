using System.Buffers.Binary;
using System.Text;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Whisper;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>Models that are whole files but not whole models; the native library says of them only that they did not load, or dies.</summary>
public sealed class GgmlFileTests : IDisposable
{
    private static readonly string Model = ContentPaths.Find(AppContext.BaseDirectory).Resolve("models/ggml-base-q8_0.bin");

    private readonly string _folder = Directory.CreateTempSubdirectory("ggml").FullName;

    [Fact]
    public void The_model_that_comes_with_the_product_is_whole() => GgmlFile.Check(Model);

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(244)]
    public void A_model_cut_exactly_between_two_tensors_names_what_is_missing(int kept)
    {
        var bytes = File.ReadAllBytes(Model);
        var tensors = Tensors(bytes);
        Assert.Equal(245, tensors.Count);

        var error = Check(bytes.AsSpan(0, tensors[kept].Start));

        Assert.Contains($"{245 - kept} of its 245 tensors are missing", error, StringComparison.Ordinal);
        Assert.Contains(tensors.Skip(kept).Select(tensor => tensor.Name), name => error.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_without_any_tensor_holds_no_weights()
    {
        var bytes = File.ReadAllBytes(Model);

        Assert.Equal("it holds no weights.", Check(bytes.AsSpan(0, Tensors(bytes)[0].Start)));
    }

    [Fact]
    public void A_tensor_of_another_shape_is_named_with_both_shapes()
    {
        var bytes = File.ReadAllBytes(Model);
        var (name, start) = Tensors(bytes).First(tensor => tensor.Name.EndsWith("mlp.0.weight", StringComparison.Ordinal));
        // The same number of elements, turned round: the file's length fits.
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(start + 12), 2048);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(start + 16), 512);

        Assert.Equal($"tensor {name} is 2048 by 512, not 512 by 2048.", Check(bytes));
    }

    [Fact]
    public void A_tensor_of_another_model_is_named()
    {
        var bytes = File.ReadAllBytes(Model);
        var (name, start) = Tensors(bytes)[3];
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
        bytes[start + 12 + (4 * dimensions)] = (byte)'\n';

        Assert.Equal($"tensor ?{name[1..]} stands in it twice or belongs to another kind of model.", Check(bytes));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Check(ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder, "model.bin");
        using (var file = File.Create(path))
        {
            file.Write(bytes);
        }

        return Assert.Throws<InvalidDataException>(() => GgmlFile.Check(path)).Message;
    }

    /// <summary>Where each tensor of the bundled model (q8_0: 34 bytes for 32 elements, f16, f32) begins.</summary>
    private static List<(string Name, int Start)> Tensors(byte[] bytes)
    {
        int At(int position) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(position));
        var position = 4 + (4 * 11) + 8 + (4 * 80 * 201);
        var words = At(position);
        position += 4;
        for (var i = 0; i < words; i++)
        {
            position += 4 + At(position);
        }

        var tensors = new List<(string, int)>();
        while (position < bytes.Length)
        {
            var (start, dimensions, nameBytes, type) = (position, At(position), At(position + 4), At(position + 8));
            var elements = Enumerable.Range(0, dimensions).Aggregate(1L, (product, i) => product * At(start + 12 + (4 * i)));
            position += 12 + (4 * dimensions);
            tensors.Add((Encoding.ASCII.GetString(bytes, position, nameBytes), start));
            position += nameBytes + (int)(type switch { 0 => elements * 4, 1 => elements * 2, _ => elements / 32 * 34 });
        }

        return tensors;
    }
}
