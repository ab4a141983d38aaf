using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Triage.Address;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Calls;

/// <summary>
/// Tells hearing the streets that the reading of addresses knows: those of the site's own gazetteer in its order, then those that came with
/// the product, the ones that most towns have first. Thread-safe.
/// </summary>
internal sealed class GazetteerStreets(IOptions<GazetteerOptions> options, ContentPaths paths, ILogger<GazetteerStreets> logger) : IStreetNames
{
    private readonly Lazy<(string[] Russian, string[] Kazakh)> _names = new(() => Read(options.Value, paths, logger));

    /// <inheritdoc />
    public IReadOnlyList<string> Of(string language) => language == "kk" ? _names.Value.Kazakh : _names.Value.Russian;

    private static (string[] Russian, string[] Kazakh) Read(GazetteerOptions options, ContentPaths paths, ILogger logger)
    {
        try
        {
            var own = AddressFiles.LoadOwnPlaces(paths, options).Where(IsStreet).ToArray();
            var delivered = AddressFiles.LoadPlaces(paths).Where(IsStreet).ToArray();
            return (Names(own, delivered, entry => entry.Russian), Names(own, delivered, entry => entry.Kazakh));
        }
        catch (InvalidDataException exception)
        {
            // Callers are heard without it.
            logger.StreetsNotRead(exception);
            return ([], []);
        }
    }

    private static string[] Names(GazetteerEntry[] own, GazetteerEntry[] delivered, Func<GazetteerEntry, string> name) =>
        [.. own.Select(name)
            .Concat(delivered.GroupBy(name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key))
            // A number that was suggested would be heard as that of a house.
            .Where(street => !street.Any(char.IsDigit))
            .Distinct(StringComparer.Ordinal)];

    private static bool IsStreet(GazetteerEntry entry) => (entry.Kind & GazetteerKind.Streets) != GazetteerKind.None;
}
