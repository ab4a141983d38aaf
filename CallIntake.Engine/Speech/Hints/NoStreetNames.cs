namespace CallIntake.Engine.Speech.Hints;

/// <summary>Stands where no gazetteer is known.</summary>
internal sealed class NoStreetNames : IStreetNames
{
    /// <inheritdoc />
    public IReadOnlyList<string> Of(string language) => [];
}
