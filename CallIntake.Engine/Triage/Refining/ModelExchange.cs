namespace CallIntake.Engine.Triage.Refining;

/// <summary>What is kept of a second look: who answered what, how long it took and what it cost. Written with the call's event.</summary>
/// <param name="Model">Backend and model.</param>
/// <param name="Prompt">Version of the prompt.</param>
/// <param name="Outcome">used, refused, truncated, empty, unusable, late, failed or resting.</param>
/// <param name="Answer">The raw answer; null where none came.</param>
/// <param name="TokensIn">Tokens sent, as the service counts.</param>
/// <param name="TokensOut">Tokens received.</param>
/// <param name="Cost">By the configured prices.</param>
/// <param name="Milliseconds">Time of all tries.</param>
/// <param name="Disagreements">Fields judged otherwise.</param>
public sealed record ModelExchange(
    string Model,
    string Prompt,
    string Outcome,
    string? Answer,
    long TokensIn,
    long TokensOut,
    decimal Cost,
    double Milliseconds,
    IReadOnlyList<ModelDisagreement> Disagreements);
