namespace CallIntake.Web.Components.Calls;

/// <summary>A recorded call that can be played as a test call.</summary>
/// <param name="Name">Its name in samples/calls.tsv.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Urgency">Code of its urgency.</param>
/// <param name="Text">What the caller says first.</param>
/// <param name="Turns">The recordings of its turns, in order, as absolute paths.</param>
public sealed record SampleCall(string Name, string Category, string Urgency, string Text, IReadOnlyList<string> Turns);
