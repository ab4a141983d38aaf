using System.Numerics;

namespace CallIntake.Engine.Triage.Training;

/// <summary>AdaGrad: steps that shrink for weights that were moved much. Static and pure but for its arguments.</summary>
internal static class AdaptiveStep
{
    private const float Tiny = 1e-6f;

    /// <summary>Moves a row of weights against its gradient times <paramref name="value"/>.</summary>
    public static void Move(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float value, float rate, float decay)
    {
        var (step, pull, factor, tiny) = (new Vector<float>(rate), new Vector<float>(decay), new Vector<float>(value), new Vector<float>(Tiny));
        for (var i = 0; i < weights.Length; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(weights[i..]);
            var slope = (new Vector<float>(gradient[i..]) * factor) + (weight * pull);
            var square = new Vector<float>(squares[i..]) + (slope * slope);
            square.CopyTo(squares[i..]);
            (weight - (step * slope / (Vector.SquareRoot(square) + tiny))).CopyTo(weights[i..]);
        }
    }
}
