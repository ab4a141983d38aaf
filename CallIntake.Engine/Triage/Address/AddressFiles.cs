using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Loads what the reading of addresses stands on: word classes, places, weights.</summary>
internal static class AddressFiles
{
    /// <summary>Word classes, relative to the content root.</summary>
    public const string Words = "triage/address/words.txt";

    /// <summary>Places that come with the product.</summary>
    public const string Places = "triage/address/gazetteer.tsv";

    /// <summary>Weights of the tagger.</summary>
    public const string Weights = "triage/address/tagger.bin";

    /// <summary>Weights of the people counter.</summary>
    public const string People = "triage/address/people.bin";

    /// <summary>The tagger; throws <see cref="InvalidDataException"/> naming the file that is missing or damaged.</summary>
    public static PlaceTagger Load(ContentPaths paths, GazetteerOptions options)
    {
        var classes = Read(paths.Resolve(Words), file => WordClasses.Parse(File.ReadLines(file)));
        return new PlaceTagger(Read(paths.Resolve(Weights), ReadWeights), classes, new Gazetteer([.. LoadPlaces(paths), .. LoadOwnPlaces(paths, options)]));
    }

    /// <summary>The places that come with the product; throws <see cref="InvalidDataException"/> naming the file that is missing or damaged.</summary>
    public static IReadOnlyList<GazetteerEntry> LoadPlaces(ContentPaths paths) => Read(paths.Resolve(Places), ReadPlaces);

    /// <summary>The places that the site added, possibly none; throws <see cref="InvalidDataException"/> as above.</summary>
    public static IReadOnlyList<GazetteerEntry> LoadOwnPlaces(ContentPaths paths, GazetteerOptions options) =>
        options.Path.Length > 0 ? Read(paths.Resolve(options.Path), ReadPlaces) : [];

    /// <summary>The counter's weights; throws <see cref="InvalidDataException"/> naming the file that is missing or damaged.</summary>
    public static PeopleWeights LoadPeople(ContentPaths paths) => Read(paths.Resolve(People), file =>
    {
        using var stream = File.OpenRead(file);
        return PeopleWeights.Load(stream);
    });

    private static List<GazetteerEntry> ReadPlaces(string file) => GazetteerFile.Parse(File.ReadLines(file));

    private static PlaceWeights ReadWeights(string file)
    {
        using var stream = File.OpenRead(file);
        return PlaceWeights.Load(stream);
    }

    private static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }
}
