namespace CallIntake.Engine.Triage.Refining;

/// <summary>What a question to the language model showed.</summary>
/// <param name="Works">Whether it gave a usable answer in the time a call has.</param>
/// <param name="Message">What was seen, with the licence; holds no key.</param>
public sealed record LanguageModelFinding(bool Works, string Message);
