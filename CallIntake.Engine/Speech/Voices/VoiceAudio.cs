using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Engine.Speech.Voices;

/// <summary>Reads what a voice answered with. Pure.</summary>
internal static class VoiceAudio
{
    /// <summary>WAV of any kind, or raw 16-bit samples where it has no header.</summary>
    /// <param name="bytes">The answer.</param>
    /// <param name="rawRate">Rate of raw samples, hertz; null where only WAV makes sense.</param>
    /// <param name="voice">Name for the error.</param>
    /// <exception cref="SpeechException">There is no sound in it.</exception>
    public static SpeechAudio Parse(byte[] bytes, int? rawRate, string voice)
    {
        var isText = bytes.AsSpan().StartsWith("{"u8) || bytes.AsSpan().StartsWith("<"u8);
        var audio = rawRate is { } rate && !isText && !bytes.AsSpan().StartsWith("RIFF"u8)
            ? new SpeechAudio(WavSamples.FromPcm16(bytes), rate)
            : WavReader.Parse(bytes, voice);
        return audio.Samples.IsEmpty ? throw new SpeechException($"{voice}: no sound came out.") : audio;
    }
}
