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
    private readonly Lazy<string[]> _russian = new(() => Read(options.Value, paths, entry => entry.Russian, logger));
    private readonly Lazy<string[]> _kazakh = new(() => Read(options.Value, paths, entry => entry.Kazakh, logger));

    /// <inheritdoc />
    public IReadOnlyList<string> Of(string language) => language == "kk" ? _kazakh.Value : _russian.Value;

    private static string[] Read(GazetteerOptions options, ContentPaths paths, Func<GazetteerEntry, string> name, ILogger logger)
    {
        try
        {
            return Names(options, paths, name);
        }
        catch (InvalidDataException exception)
        {
            // Callers are heard without it.
            logger.StreetsNotRead(exception);
            return [];
        }
    }

    private static string[] Names(GazetteerOptions options, ContentPaths paths, Func<GazetteerEntry, string> name) =>
        [.. AddressFiles.LoadOwnPlaces(paths, options).Where(IsStreet).Select(name)
            .Concat(AddressFiles.LoadPlaces(paths).Where(IsStreet).GroupBy(name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key))
            // A number that was suggested would be heard as that of a house.
            .Where(street => !street.Any(char.IsDigit))
            .Distinct(StringComparer.Ordinal)];

    private static bool IsStreet(GazetteerEntry entry) => (entry.Kind & GazetteerKind.Streets) != GazetteerKind.None;
}
