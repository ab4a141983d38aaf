using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Cuts a recording into pieces that recognisers bear, in pauses where there are any. Pure.</summary>
internal static class SpeechPieces
{
    /// <summary>
    /// Longest piece, seconds. Whisper takes 30, but reads long pieces worse: a text of 31 s came out with 16 wrong words of 69 in pieces of
    /// 28 s and with 9 in pieces of 16 s.
    /// </summary>
    public const double Longest = 16;

    // Recognisers miss a word that begins with the first sample.
    private const double Before = 0.2;
    private const double After = 0.3;
    private const double ShortestForced = 10;

    /// <summary>Stretches from the first to the last speech of each piece; long silence at both ends is left out.</summary>
    public static IReadOnlyList<SpeechSegment> Cut(SpeechAudio audio, IReadOnlyList<SpeechSegment> speech)
    {
        var pieces = new List<SpeechSegment>();
        foreach (var segment in speech.SelectMany(segment => Shorten(audio, segment)))
        {
            if (pieces.Count > 0 && segment.End - pieces[^1].Start <= Longest - Before - After)
            {
                pieces[^1] = new SpeechSegment(pieces[^1].Start, segment.End);
            }
            else
            {
                pieces.Add(segment);
            }
        }

        var duration = audio.Duration.TotalSeconds;
        var widened = new List<SpeechSegment>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            // Never into the neighbour's speech: the beginning of a word is read as some other word.
            var earliest = i == 0 ? 0 : (pieces[i - 1].End + pieces[i].Start) / 2;
            var latest = i == pieces.Count - 1 ? duration : (pieces[i].End + pieces[i + 1].Start) / 2;
            widened.Add(new SpeechSegment(Math.Max(earliest, pieces[i].Start - Before), Math.Min(latest, pieces[i].End + After)));
        }

        return widened;
    }

    /// <summary>The samples of a piece; the path of the recording goes with it.</summary>
    public static SpeechAudio Slice(SpeechAudio audio, SpeechSegment piece)
    {
        var start = (int)(piece.Start * audio.SampleRate);
        var end = Math.Min(audio.Samples.Length, (int)(piece.End * audio.SampleRate));
        return audio with { Samples = audio.Samples[start..end] };
    }

    /// <summary>Seconds of speech inside a piece.</summary>
    public static double SpeechIn(SpeechSegment piece, IReadOnlyList<SpeechSegment> speech) =>
        speech.Sum(segment => Math.Max(0, Math.Min(segment.End, piece.End) - Math.Max(segment.Start, piece.Start)));

    private static IEnumerable<SpeechSegment> Shorten(SpeechAudio audio, SpeechSegment segment)
    {
        var start = segment.Start;
        while (segment.End - start > Longest - Before - After)
        {
            var cut = QuietestMoment(audio, start + ShortestForced, start + Longest - Before - After);
            yield return new SpeechSegment(start, cut);
            start = cut;
        }

        yield return new SpeechSegment(start, segment.End);
    }

    private static double QuietestMoment(SpeechAudio audio, double from, double to)
    {
        const double Step = 0.1;
        var (quietest, at) = (double.MaxValue, to);
        for (var time = from; time + Step <= to; time += Step)
        {
            var level = AudioLevel.Measure(Slice(audio, new SpeechSegment(time, time + Step)).Samples.Span).Rms;
            (quietest, at) = level < quietest ? (level, time + Step / 2) : (quietest, at);
        }

        return at;
    }
}
