namespace CallIntake.Engine.Triage.Refining;

/// <summary>What came back from one try.</summary>
/// <param name="Outcome">used, refused, truncated, empty, unusable, late or failed.</param>
/// <param name="Answer">The validated answer; null unless used.</param>
/// <param name="Raw">The raw text.</param>
/// <param name="TokensIn">Tokens sent.</param>
/// <param name="TokensOut">Tokens received.</param>
internal sealed record ModelReply(string Outcome, ModelAnswer? Answer = null, string? Raw = null, long TokensIn = 0, long TokensOut = 0);
