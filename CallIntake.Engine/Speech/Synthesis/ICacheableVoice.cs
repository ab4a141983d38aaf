namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>A voice whose sentences depend on settings: they belong to the key of the cache.</summary>
internal interface ICacheableVoice
{
    /// <summary>Voice, rate and whatever else changes the sound of a language, as one line.</summary>
    string Settings(string language);
}
