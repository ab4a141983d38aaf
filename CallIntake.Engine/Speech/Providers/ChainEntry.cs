namespace CallIntake.Engine.Speech.Providers;

/// <summary>A recogniser or voice in a chain.</summary>
/// <param name="Language">Language of the chain (ru, kk).</param>
/// <param name="Place">0 for the first choice.</param>
/// <param name="Name">Name of the provider.</param>
internal readonly record struct ChainEntry(string Language, int Place, string Name)
{
    /// <summary>Languages that have a chain.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk"];

    /// <summary>All entries of all chains.</summary>
    /// <param name="chain">Names of a language's chain.</param>
    public static IEnumerable<ChainEntry> Of(Func<string, IReadOnlyList<string>> chain) =>
        Languages.SelectMany(language => chain(language).Select((name, place) => new ChainEntry(language, place, name)));
}
