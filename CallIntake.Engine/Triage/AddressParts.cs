namespace CallIntake.Engine.Triage;

/// <summary>A place as the caller named it, split into parts; every part is null where it was not said.</summary>
public sealed record AddressParts(
    string? Settlement = null,
    string? District = null,
    string? Street = null,
    string? House = null,
    string? Flat = null,
    string? Entrance = null,
    string? Floor = null,
    string? Crossing = null,
    string? Landmark = null,
    string? RoadKm = null)
{
    /// <summary>No part was said.</summary>
    public static AddressParts Empty { get; } = new();

    /// <summary>Whether not one part is known.</summary>
    public bool IsEmpty() => this == Empty;
}
