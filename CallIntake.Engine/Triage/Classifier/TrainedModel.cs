namespace CallIntake.Engine.Triage.Classifier;

/// <summary>A trained model. Immutable, thread-safe.</summary>
/// <param name="Card">Where it comes from.</param>
/// <param name="Bits">The features live in 2^Bits buckets.</param>
/// <param name="Members">Networks whose probabilities are averaged.</param>
internal sealed record TrainedModel(ModelCard Card, int Bits, IReadOnlyList<ModelMember> Members)
{
    /// <summary>Probabilities of all answers (length <see cref="ModelHeads.Width"/>).</summary>
    public float[] Answer(FeatureVector features)
    {
        var answers = new float[ModelHeads.Width];
        foreach (var member in Members)
        {
            member.AddTo(answers, features);
        }

        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] /= Members.Count;
        }

        return answers;
    }
}
