using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Engine.Calls;

/// <summary>Puts recordings of turns together.</summary>
internal static class TurnAudio
{
    /// <summary>Joins the pieces of one utterance to one telephone WAV beside them and returns its path.</summary>
    /// <exception cref="SpeechException">A piece cannot be read.</exception>
    public static async Task<string> JoinAsync(IReadOnlyList<string> pieces)
    {
        var path = Path.Combine(Path.GetDirectoryName(pieces[0])!, Path.GetFileNameWithoutExtension(pieces[0]) + "-joined.wav");
        short[] samples = [.. pieces.SelectMany(piece => Telephone(piece).Samples.ToArray())];
        await WavWriter.WriteTelephoneAsync(path, new SpeechAudio(samples, WavWriter.TelephoneRate), CancellationToken.None);
        return path;
    }

    /// <summary>
    /// Makes the recording of the whole call out of the caller's turns, each at its time, where the line recorded no mixed one. Nothing
    /// happens where there is one, or where no turn was recorded.
    /// </summary>
    public static async Task EnsureMixedAsync(CallRecordings recordings, Call call)
    {
        var mixed = recordings.MixedPath(call);
        var folder = Path.GetDirectoryName(mixed)!;
        if (File.Exists(mixed) || !Directory.Exists(folder))
        {
            return;
        }

        var turns = call.Turns
            .Where(turn => turn.Speaker == Speaker.Caller)
            .SelectMany(turn => Pieces(recordings, call, turn.Index).Select((path, piece) => (path, at: piece == 0 ? turn.At : (double?)null)))
            .Where(piece => File.Exists(piece.path));
        var samples = new List<short>();
        foreach (var (path, at) in turns)
        {
            var silence = (int)((at ?? 0) * WavWriter.TelephoneRate) - samples.Count;
            samples.AddRange(Enumerable.Repeat((short)0, Math.Max(0, silence)));
            samples.AddRange(Telephone(path).Samples.ToArray());
        }

        if (samples.Count > 0)
        {
            await WavWriter.WriteTelephoneAsync(mixed, new SpeechAudio(samples.ToArray(), WavWriter.TelephoneRate), CancellationToken.None);
        }
    }

    private static IEnumerable<string> Pieces(CallRecordings recordings, Call call, int turn)
    {
        for (var piece = 0; ; piece++)
        {
            var path = recordings.TurnPath(call, turn, piece);
            if (!File.Exists(path))
            {
                yield break;
            }

            yield return path;
        }
    }

    private static SpeechAudio Telephone(string path) => Resampler.To(WavReader.Read(path), WavWriter.TelephoneRate);
}
