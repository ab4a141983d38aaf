namespace CallIntake.Engine.Triage.Address;

/// <summary>Words of a turn that a part of the address was read from.</summary>
/// <param name="Part">Name of the part as in JSON: street, house, flat, entrance, floor, crossing, settlement, district, landmark, road_km.</param>
/// <param name="Turn">Index of the caller's turn (<see cref="TriageTurn.Index"/>).</param>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="End">One past the last character.</param>
public sealed record AddressSpan(string Part, int Turn, int Start, int End);
