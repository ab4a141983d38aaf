using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary>What <c>transcribe</c> was asked to do.</summary>
/// <param name="Wavs">Recordings, in the order of their output.</param>
/// <param name="Trials">
/// How they are heard, by name, the first of which is printed. Each clip goes through all of them before the next, so that a busy machine
/// slows all alike.
/// </param>
/// <param name="Jobs">Recordings at once.</param>
/// <param name="Json">One JSON object a line instead of name and text.</param>
/// <param name="Reference">Table of what was said; null where nothing is scored.</param>
internal sealed record TranscriptionPlan(IReadOnlyList<string> Wavs, IReadOnlyList<(string Name, SpeechTrial Trial)> Trials, int Jobs, bool Json, string? Reference);
