using System.Buffers.Binary;
using System.Text;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Walks through a ggml Whisper file before the native library sees it: a file that is cut short or is something else ends the whole
/// process there. Layout: whisper.cpp, <c>whisper_model_load</c>.
/// </summary>
internal static class GgmlFile
{
    private const uint Magic = 0x67676d6c;
    private const int HyperParameters = 11;
    private const int MaximumTokenBytes = 1024;
    private const int MaximumNameBytes = 256;

    // Bytes and elements of one block of each tensor type (ggml.c, type_traits).
    private static readonly Dictionary<int, (int Bytes, int Elements)> Types = new()
    {
        [0] = (4, 1),
        [1] = (2, 1),
        [2] = (18, 32),
        [3] = (20, 32),
        [6] = (22, 32),
        [7] = (24, 32),
        [8] = (34, 32),
        [9] = (36, 32),
        [10] = (84, 256),
        [11] = (110, 256),
        [12] = (144, 256),
        [13] = (176, 256),
        [14] = (210, 256),
    };

    /// <summary>Does nothing for a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is no Whisper model or is damaged; says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Check(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (file.Length < 4 || (uint)Int(file) != Magic)
        {
            throw new InvalidDataException("it is no ggml model (a file of Git LFS that was not fetched looks like this).");
        }

        var missing = GgmlTensors.Expected(CheckParameters(file));
        SkipVocabulary(file);
        var tensors = 0;
        while (file.Position < file.Length)
        {
            SkipTensor(file, tensors++, missing);
        }

        if (missing.Count > 0)
        {
            throw new InvalidDataException(tensors == 0
                ? "it holds no weights."
                : $"{missing.Count} of its {missing.Count + tensors} tensors are missing, {missing.Keys.First()} among them; it may be cut short.");
        }
    }

    private static int[] CheckParameters(FileStream file)
    {
        var parameters = new int[HyperParameters];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Int(file);
        }

        // n_vocab, n_audio_ctx, n_audio_state, n_audio_head, n_audio_layer, n_text_ctx, n_text_state, n_text_head, n_text_layer, n_mels, ftype
        if (parameters is not [>= 51864 and <= 51866, 1500, > 0 and <= 4096, > 0 and <= 64, > 0 and <= 64, 448, > 0 and <= 4096, > 0 and <= 64, > 0 and <= 64, 80 or 128, >= 0])
        {
            throw new InvalidDataException($"its parameters are not those of a Whisper model ({string.Join(' ', parameters)}).");
        }

        var mels = Int(file);
        var bins = Int(file);
        if (mels != parameters[9] || bins != 201)
        {
            throw new InvalidDataException($"its filters are {mels} by {bins}, not {parameters[9]} by 201.");
        }

        Skip(file, 4L * mels * bins, "the filters");
        return parameters;
    }

    private static void SkipVocabulary(FileStream file)
    {
        var words = Int(file);
        if (words is < 50000 or > 51866)
        {
            throw new InvalidDataException($"its vocabulary has {words} words.");
        }

        for (var i = 0; i < words; i++)
        {
            var length = Int(file);
            if (length is < 0 or > MaximumTokenBytes)
            {
                throw new InvalidDataException($"word {i} of its vocabulary has {length} bytes.");
            }

            Skip(file, length, "the vocabulary");
        }
    }

    private static void SkipTensor(FileStream file, int number, Dictionary<string, int[]> missing)
    {
        var dimensions = Int(file);
        var nameBytes = Int(file);
        var type = Int(file);
        if (dimensions is < 1 or > 4 || nameBytes is < 1 or > MaximumNameBytes || !Types.TryGetValue(type, out var block))
        {
            throw new InvalidDataException($"tensor {number} is damaged ({dimensions} dimensions, type {type}).");
        }

        var sizes = new int[dimensions];
        var elements = 1L;
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = Int(file);
            elements = sizes[i] is > 0 and < 1 << 24 ? elements * sizes[i] : throw new InvalidDataException($"tensor {number} has a dimension of {sizes[i]}.");
        }

        CheckTensor(Name(file, nameBytes, number), sizes, missing);
        Skip(file, elements / block.Elements * block.Bytes, $"tensor {number}");
    }

    private static void CheckTensor(string name, int[] sizes, Dictionary<string, int[]> missing)
    {
        if (!missing.Remove(name, out var expected))
        {
            throw new InvalidDataException($"tensor {name} stands in it twice or belongs to another kind of model.");
        }

        if (!sizes.SequenceEqual(expected))
        {
            throw new InvalidDataException($"tensor {name} is {string.Join(" by ", sizes)}, not {string.Join(" by ", expected)}.");
        }
    }

    private static string Name(FileStream file, int bytes, int number)
    {
        Span<byte> name = stackalloc byte[MaximumNameBytes];
        return file.ReadAtLeast(name[..bytes], bytes, throwOnEndOfStream: false) == bytes
            ? new string(Encoding.ASCII.GetString(name[..bytes]).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '?').ToArray())
            : throw new InvalidDataException($"it is cut short in tensor {number}.");
    }

    private static int Int(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[4];
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BinaryPrimitives.ReadInt32LittleEndian(bytes)
            : throw new InvalidDataException("it is cut short.");
    }

    private static void Skip(FileStream file, long bytes, string what)
    {
        if (bytes > file.Length - file.Position)
        {
            throw new InvalidDataException($"it is cut short in {what}.");
        }

        file.Seek(bytes, SeekOrigin.Current);
    }
}
