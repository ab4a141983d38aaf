namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>A voice whose sentences depend on settings: they belong to the key of the cache.</summary>
internal interface ICacheableVoice
{
    /// <summary>Address or program, voice, rate and whatever else changes the sound of a language, as one line; not the volume.</summary>
    string Settings(string language);

    /// <summary>How much louder than <see cref="SynthesisOptions.LevelDecibels"/> the voice speaks a language, dB.</summary>
    double Volume(string language);
}
