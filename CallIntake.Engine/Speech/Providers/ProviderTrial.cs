namespace CallIntake.Engine.Speech.Providers;

/// <summary>How one try went.</summary>
/// <param name="Works">Whether it did its work.</param>
/// <param name="IsSlow">Whether it took longer than a call would wait.</param>
/// <param name="Message">What was seen.</param>
internal sealed record ProviderTrial(bool Works, bool IsSlow, string Message);
