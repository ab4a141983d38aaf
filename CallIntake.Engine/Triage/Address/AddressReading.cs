namespace CallIntake.Engine.Triage.Address;

/// <summary>The place that a caller named.</summary>
/// <param name="Parts">The place in parts; all null where none was said.</param>
/// <param name="Normal">The place in reading order ("улица Сатпаева, 90, кв. 7"); null where none was said.</param>
/// <param name="Confidence">How sure the reader is, 0 to 1; 0 where no place was said.</param>
/// <param name="Spans">The words used, in the order in which they were said.</param>
public sealed record AddressReading(AddressParts Parts, string? Normal, double Confidence, IReadOnlyList<AddressSpan> Spans)
{
    /// <summary>No place was said.</summary>
    public static AddressReading None { get; } = new(AddressParts.Empty, null, 0, []);
}
