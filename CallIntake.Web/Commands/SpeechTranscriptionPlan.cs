using CallIntake.Engine.Speech;

namespace CallIntake.Web.Commands;

/// <summary>What <c>transcribe</c> was asked to do.</summary>
/// <param name="Wavs">Recordings, in the order of their output.</param>
/// <param name="Trial">How they are heard.</param>
/// <param name="Window">fitted, full, or both: each clip one after the other, so that a busy machine slows both alike.</param>
/// <param name="Jobs">Recordings at once.</param>
/// <param name="Json">One JSON object a line instead of name and text.</param>
/// <param name="Reference">Table of what was said; null where nothing is scored.</param>
internal sealed record TranscriptionPlan(IReadOnlyList<string> Wavs, SpeechTrial Trial, string Window, int Jobs, bool Json, string? Reference);
