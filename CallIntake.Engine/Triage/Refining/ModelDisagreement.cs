namespace CallIntake.Engine.Triage.Refining;

/// <summary>A field in which the language model judged otherwise.</summary>
/// <param name="Field">Name as in JSON.</param>
/// <param name="Embedded">What the embedded triage says.</param>
/// <param name="Model">What the model says.</param>
public sealed record ModelDisagreement(string Field, string? Embedded, string? Model);
