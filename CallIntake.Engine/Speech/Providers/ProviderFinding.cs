namespace CallIntake.Engine.Speech.Providers;

/// <summary>What a try of one recogniser or voice showed.</summary>
/// <param name="Name">Name in the chain; empty where the chain is.</param>
/// <param name="Hears">Whether it is a recogniser; else a voice.</param>
/// <param name="Language">Language of the chain, ru or kk.</param>
/// <param name="Place">Place in the chain, 0 for the first choice.</param>
/// <param name="Works">Whether it can do its work.</param>
/// <param name="IsDoubtful">Whether it can, but not as the chain wants it: too slow, or unfit for the language.</param>
/// <param name="Message">What was seen, with the licence; holds no key.</param>
public sealed record ProviderFinding(string Name, bool Hears, string Language, int Place, bool Works, bool IsDoubtful, string Message);
