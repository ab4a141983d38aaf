using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Web.Live;

/// <summary>The state of one part of the system for the status strip.</summary>
/// <param name="Name">Name of its health check.</param>
/// <param name="Status">Healthy, degraded (does a part of its work) or unhealthy (does not do it).</param>
/// <param name="Since">Since when it is in this state, UTC.</param>
/// <param name="Says">What the check says of it; null for nothing.</param>
public sealed record PartState(string Name, HealthStatus Status, DateTimeOffset Since, string? Says);
