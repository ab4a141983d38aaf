namespace CallIntake.Engine.Triage.Classifier;

/// <summary>A trained model. Immutable, thread-safe.</summary>
/// <param name="Card">Where it comes from.</param>
/// <param name="Bits">The features live in 2^Bits buckets.</param>
/// <param name="Members">Networks that answer each on its own.</param>
/// <param name="Joint">Makes their answers agree; null where no authors were left out to learn it from: then they are averaged.</param>
internal sealed record TrainedModel(ModelCard Card, int Bits, IReadOnlyList<ModelMember> Members, JointLayer? Joint)
{
    /// <summary>Probabilities of all answers (length <see cref="ModelHeads.Width"/>).</summary>
    public float[] Answer(FeatureVector features)
    {
        var each = AnswerEach(features);
        return Joint?.Answer(each) ?? JointLayer.Average(each);
    }

    /// <summary>The answers of all members, one after the other.</summary>
    public float[] AnswerEach(FeatureVector features)
    {
        var each = new float[Members.Count * ModelHeads.Width];
        for (var member = 0; member < Members.Count; member++)
        {
            Members[member].Answer(each.AsSpan(member * ModelHeads.Width, ModelHeads.Width), features);
        }

        return each;
    }
}
