namespace CallIntake.Engine.Triage.Rules;

/// <summary>A place in the call where the words of a concept occur.</summary>
/// <param name="Concept">Index of the concept in the rule book.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Negated">The words say that it is not so.</param>
/// <param name="Tense">When, by the form of the word.</param>
/// <param name="Guessed">Recognised by its sound or put together from split words only.</param>
internal readonly record struct Mention(int Concept, int First, int Last, bool Negated, Tense Tense, bool Guessed);
