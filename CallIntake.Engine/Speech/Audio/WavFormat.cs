namespace CallIntake.Engine.Speech.Audio;

/// <summary>How the samples of a WAV file are coded.</summary>
internal enum WavEncoding
{
    /// <summary>Whole numbers, 8 (unsigned), 16, 24 or 32 bit.</summary>
    Pcm = 1,

    /// <summary>IEEE floating point, 32 or 64 bit.</summary>
    Float = 3,

    /// <summary>G.711 A-law.</summary>
    ALaw = 6,

    /// <summary>G.711 µ-law.</summary>
    MuLaw = 7,
}

/// <summary>The format chunk of a WAV file.</summary>
/// <param name="Encoding">Coding of the samples.</param>
/// <param name="Channels">1 to 8.</param>
/// <param name="SampleRate">Hertz.</param>
/// <param name="Bits">Bits of one sample of one channel.</param>
internal readonly record struct WavFormat(WavEncoding Encoding, int Channels, int SampleRate, int Bits)
{
    /// <summary>Bytes of one sample of all channels.</summary>
    public int FrameBytes => Channels * Bits / 8;
}
