using System.Numerics.Tensors;
using CallIntake.Engine.Triage.Classifier;

namespace CallIntake.Engine.Triage.Training;

/// <summary>Learns how the answers to a call's questions go together, from calls whose authors were left out. Repeatable; used once.</summary>
internal sealed class JointTrainer(int members, int seed)
{
    private const int Epochs = 6;
    private const float Rate = 0.01f;
    private const float Decay = 1e-4f;
    private readonly Random _random = new(seed);
    private readonly float[] _weights = new float[JointLayer.Inputs(members) * ModelHeads.Width];
    private readonly float[] _squares = new float[JointLayer.Inputs(members) * ModelHeads.Width];
    private readonly float[] _bias = new float[ModelHeads.Width];
    private readonly float[] _biasSquares = new float[ModelHeads.Width];
    private readonly float[] _mean = new float[JointLayer.Inputs(members)];
    private readonly float[] _spread = new float[JointLayer.Inputs(members)];

    /// <summary>Learns from the members' answers and the labels.</summary>
    public JointLayer Train(IReadOnlyList<LeftOutAnswer> answers)
    {
        var inputs = answers.Select(answer => JointLayer.Read(answer.Each)).ToArray();
        Scale(inputs);
        var starts = answers.Select(answer => JointLayer.Start(answer.Each)).ToArray();
        var order = Enumerable.Range(0, inputs.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            _random.Shuffle(order);
            foreach (var index in order)
            {
                Learn(inputs[index], starts[index].ToArray(), answers[index].Item.Labels, Rate * (1 - (0.9f * epoch / Epochs)));
            }
        }

        return Finish();
    }

    // To mean 0 and spread 1, in place.
    private void Scale(float[][] inputs)
    {
        for (var i = 0; i < _mean.Length; i++)
        {
            var column = inputs.Select(row => (double)row[i]).ToArray();
            var mean = column.Average();
            (_mean[i], _spread[i]) = ((float)mean, (float)Math.Sqrt(column.Average(value => (value - mean) * (value - mean))) + 1e-3f);
        }

        foreach (var row in inputs)
        {
            TensorPrimitives.Subtract(row, _mean, row);
            TensorPrimitives.Divide(row, _spread, row);
        }
    }

    private void Learn(float[] inputs, float[] scores, int[] labels, float rate)
    {
        TensorPrimitives.Add(scores, _bias, scores);
        JointLayer.AddTo(scores, _weights, inputs);
        ModelHeads.Subtract(scores, labels);
        for (var i = 0; i < inputs.Length; i++)
        {
            var start = i * ModelHeads.Width;
            AdaptiveStep.Move(_weights.AsSpan(start, ModelHeads.Width), _squares.AsSpan(start, ModelHeads.Width), scores, inputs[i], rate, Decay);
        }

        AdaptiveStep.Move(_bias, _biasSquares, scores, 1, rate, 0);
    }

    // The scale of the inputs goes into the weights.
    private JointLayer Finish()
    {
        for (var i = 0; i < _mean.Length; i++)
        {
            var row = _weights.AsSpan(i * ModelHeads.Width, ModelHeads.Width);
            TensorPrimitives.Divide(row, _spread[i], row);
            TensorPrimitives.MultiplyAdd(row, -_mean[i], _bias, _bias);
        }

        return new JointLayer(_weights, _bias);
    }
}
