namespace CallIntake.Engine.Triage.Scoring;

/// <summary>A label and the record made for its text.</summary>
public sealed record ScoredCase(LabelledCase Label, TriageRecord Record);
