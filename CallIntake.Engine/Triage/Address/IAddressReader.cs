namespace CallIntake.Engine.Triage.Address;

/// <summary>Reads the place out of a caller's words in Russian, Kazakh or both. Never throws on any text; thread-safe.</summary>
public interface IAddressReader
{
    /// <summary>The place named in everything said so far; later corrections replace earlier words, later parts complete them.</summary>
    AddressReading Read(IReadOnlyList<TriageTurn> turns);
}
