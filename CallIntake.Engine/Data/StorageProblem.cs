namespace CallIntake.Engine.Data;

/// <summary>Why the database cannot be written.</summary>
/// <param name="Message">The database's own words.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record StorageProblem(string Message, DateTimeOffset Since);
