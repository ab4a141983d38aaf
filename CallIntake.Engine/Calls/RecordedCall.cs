namespace CallIntake.Engine.Calls;

/// <summary>A call after a change, and whether the database has it already.</summary>
/// <param name="Call">The new state.</param>
/// <param name="Saved">False where storage failed and the change waits to be written again.</param>
public readonly record struct RecordedCall(Call Call, bool Saved);
