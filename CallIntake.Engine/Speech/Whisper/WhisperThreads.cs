namespace CallIntake.Engine.Speech.Whisper;

/// <summary>How many threads and decodes a machine bears. Pure.</summary>
internal static class WhisperThreads
{
    /// <summary>Threads of one decode: two, more gain little in a base-sized model.</summary>
    public static int PerDecode(WhisperOptions options) =>
        options.Threads > 0 ? options.Threads : Math.Min(2, Environment.ProcessorCount);

    /// <summary>Decodes at once: as many as the cores bear without two of them sharing one.</summary>
    public static int Decodes(WhisperOptions options) =>
        options.Processors > 0 ? options.Processors : Math.Max(1, Environment.ProcessorCount / PerDecode(options));
}
