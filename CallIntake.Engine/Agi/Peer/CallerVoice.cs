namespace CallIntake.Engine.Agi.Peer;

/// <summary>
/// What the caller says, recording by recording. Silence is judged as Asterisk does it: a stretch of 20 ms whose mean amplitude is below
/// 256 is silent. For one call.
/// </summary>
internal sealed class CallerVoice(IEnumerable<short[]> wavs)
{
    private const int Frame = TelephoneWav.Rate / 50;
    private const int Threshold = 256;

    private readonly Queue<short[]> _wavs = new(wavs);

    /// <summary>Reads the plan's files.</summary>
    /// <exception cref="TestCallException">One of them cannot be read.</exception>
    public static CallerVoice Load(IEnumerable<string> paths) => new([.. paths.Select(TelephoneWav.Read)]);

    /// <summary>
    /// What a recording hears: the next thing to be said, then silence, until it is silent for <paramref name="silence"/> samples (0:
    /// never), or <paramref name="maximum"/> samples are full. What is left unsaid then comes first in the next recording.
    /// </summary>
    public RecordedVoice Next(long maximum, long silence)
    {
        var voice = _wavs.Count > 0 ? _wavs.Dequeue() : [];
        var heard = new List<short>(voice.Length + (int)silence);
        long quiet = 0;
        while (heard.Count < maximum && (silence <= 0 || quiet < silence))
        {
            if (silence <= 0 && heard.Count >= voice.Length && maximum == long.MaxValue)
            {
                // Neither silence nor a time would end it.
                break;
            }

            var length = (int)Math.Min(Frame, maximum - heard.Count);
            var frame = new short[length];
            voice.AsSpan(Math.Min(heard.Count, voice.Length)..Math.Min(heard.Count + length, voice.Length)).CopyTo(frame);
            quiet = IsSilent(frame) ? quiet + length : 0;
            heard.AddRange(frame);
        }

        KeepRest(voice, heard.Count);
        return new RecordedVoice([.. heard], EndedBySilence: silence > 0 && quiet >= silence);
    }

    private void KeepRest(short[] voice, int said)
    {
        if (said >= voice.Length || !HasSound(voice.AsSpan(said)))
        {
            return;
        }

        var later = _wavs.ToArray();
        _wavs.Clear();
        _wavs.Enqueue(voice[said..]);
        foreach (var wav in later)
        {
            _wavs.Enqueue(wav);
        }
    }

    private static bool HasSound(ReadOnlySpan<short> samples)
    {
        for (var at = 0; at < samples.Length; at += Frame)
        {
            if (!IsSilent(samples.Slice(at, Math.Min(Frame, samples.Length - at))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSilent(ReadOnlySpan<short> frame)
    {
        long sum = 0;
        foreach (var sample in frame)
        {
            sum += Math.Abs((int)sample);
        }

        return sum < (long)Threshold * frame.Length;
    }
}
