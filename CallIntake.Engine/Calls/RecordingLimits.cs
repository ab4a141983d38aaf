namespace CallIntake.Engine.Calls;

/// <summary>When a recording ends.</summary>
/// <param name="Maximum">Longest recording.</param>
/// <param name="Silence">Silence that ends it, counted from the start as well; whole seconds.</param>
/// <param name="StopKeys">Keys that end it.</param>
public sealed record RecordingLimits(TimeSpan Maximum, TimeSpan Silence, string StopKeys);
