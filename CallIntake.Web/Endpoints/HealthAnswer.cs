namespace CallIntake.Web.Endpoints;

/// <summary>Body of the health routes.</summary>
/// <param name="Status">ok, degraded (calls are taken and kept) or down.</param>
/// <param name="Parts">The parts by name; none for the live route.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, HealthPart> Parts);

/// <summary>One part.</summary>
/// <param name="Status">ok, degraded or down.</param>
/// <param name="Message">A sentence for a person.</param>
/// <param name="DurationMs">How long the check took, milliseconds.</param>
internal sealed record HealthPart(string Status, string? Message, double DurationMs);
