namespace CallIntake.Engine.Speech.Whisper;

/// <summary>What of a decode can differ from turn to turn; the configuration's values unless a measurement asks for others.</summary>
/// <param name="MinimumWindow">Smallest window, positions of 20 ms; 1500 is the full one.</param>
/// <param name="BeamSize">Width of the second, careful decode.</param>
/// <param name="BeamBelow">Confidence under which it is made, 0 (never) to 1 (always).</param>
internal sealed record WhisperTuning(int MinimumWindow, int BeamSize, double BeamBelow)
{
    /// <summary>What the configuration says.</summary>
    public static WhisperTuning From(WhisperOptions options) => new(options.MinimumWindow, options.BeamSize, options.BeamBelow);
}
