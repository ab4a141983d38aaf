namespace CallIntake.Engine.Triage.Counting;

/// <summary>The numbers of people that were said.</summary>
/// <param name="Largest">The largest; 0 where none was.</param>
/// <param name="Second">The second largest.</param>
/// <param name="Times">How often a number of people was said.</param>
/// <param name="Contexts">The words around each, for the weights.</param>
internal sealed record SaidPeople(int Largest, int Second, int Times, IReadOnlyList<string> Contexts);
