namespace CallIntake.Engine.Triage.Classifier;

/// <summary>A call as the model sees it: buckets and their values.</summary>
/// <param name="Buckets">Indexes into the model's table.</param>
/// <param name="Values">Value of each, same order.</param>
internal sealed record FeatureVector(int[] Buckets, float[] Values);
