namespace CallIntake.Engine.Speech.Providers;

/// <summary>Sound to try a recogniser with. Pure.</summary>
internal static class ProbeSound
{
    private const int SampleRate = 8000;
    private const int Loudness = 1000;
    private const double Hertz = 300;

    /// <summary>A second of a soft tone: nothing that was said by anybody, and not silence, which some servers refuse.</summary>
    public static SpeechAudio Second()
    {
        var samples = new short[SampleRate];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(Loudness * Math.Sin(2 * Math.PI * Hertz * i / SampleRate));
        }

        return new SpeechAudio(samples, SampleRate);
    }
}
