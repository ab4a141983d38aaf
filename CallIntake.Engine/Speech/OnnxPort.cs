using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace CallIntake.Engine.Speech;

/// <summary>An input or output that an ONNX model must have. Immutable.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Element">Type of one number: <see cref="float"/>, <see cref="Float16"/>, <see cref="int"/>, <see cref="long"/>.</param>
/// <param name="Rank">Number of dimensions. A model may leave its own open; then only what comes out tells.</param>
internal sealed record OnnxPort(string Name, Type Element, int Rank)
{
    /// <summary>What is wrong with the first port that does not fit; null for nothing.</summary>
    /// <param name="ports">What the model must have.</param>
    /// <param name="metadata">What it has.</param>
    public static string? FindFault(IEnumerable<OnnxPort> ports, IReadOnlyDictionary<string, NodeMetadata> metadata) =>
        ports.Select(port => metadata.TryGetValue(port.Name, out var found) ? port.FindFault(found) : $"it has no '{port.Name}'").FirstOrDefault(fault => fault is not null);

    /// <summary>Takes this output from those of a run; it lives as long as they do.</summary>
    /// <param name="outputs">What came out.</param>
    /// <param name="key">Key of the configuration that named the model, for the error.</param>
    /// <exception cref="SpeechException">It is missing, or of another type or rank.</exception>
    public DenseTensor<T> Read<T>(IEnumerable<DisposableNamedOnnxValue> outputs, string key)
    {
        var tensor = outputs.FirstOrDefault(value => value.Name == Name)?.Value as DenseTensor<T>;
        return tensor?.Dimensions.Length == Rank
            ? tensor
            : throw new SpeechException($"{key}: the model gave '{Name}' {(tensor is null ? $"not as {Element.Name}" : $"with {tensor.Dimensions.Length} dimensions instead of {Rank}")}.");
    }

    private string? FindFault(NodeMetadata found) => found switch
    {
        { IsTensor: false } => $"its '{Name}' is no tensor",
        _ when found.ElementType != Element => $"its '{Name}' is of {found.ElementType.Name} instead of {Element.Name}",
        _ when found.Dimensions.Length > 0 && found.Dimensions.Length != Rank => $"its '{Name}' has {found.Dimensions.Length} dimensions instead of {Rank}",
        _ => null,
    };
}
