using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Engine.Speech.VoiceActivity;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech.Recognition;

public sealed class SpeechPiecesTests
{
    [Fact]
    public void A_short_turn_is_one_piece_without_its_silent_ends()
    {
        Assert.Equal([new SpeechSegment(1.8, 5.3)], SpeechPieces.Cut(Signals.Silence(10), [new(2, 3), new(4, 5)]));
    }

    [Fact]
    public void A_long_recording_is_cut_in_its_pauses()
    {
        var speech = Enumerable.Range(0, 20).Select(i => new SpeechSegment(i * 10 + 1, i * 10 + 9)).ToArray();

        var pieces = SpeechPieces.Cut(Signals.Silence(200), speech);

        Assert.All(pieces, piece => Assert.InRange(piece.End - piece.Start, 1, SpeechPieces.Longest));
        Assert.All(speech, segment => Assert.Contains(pieces, piece => piece.Start <= segment.Start && piece.End >= segment.End));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void Speech_without_a_pause_is_cut_where_it_is_quietest()
    {
        var audio = Signals.Make(60, 8000, (time, _) => Math.Abs(time - 12.05) < 0.05 ? 0 : 0.5 * Math.Sin(2000 * time));

        var pieces = SpeechPieces.Cut(audio, [new SpeechSegment(0, 60)]);

        Assert.All(pieces, piece => Assert.InRange(piece.End - piece.Start, 1, SpeechPieces.Longest));
        Assert.InRange(pieces[0].End, 12, 12.1);
        Assert.Equal(pieces[0].End, pieces[1].Start);
    }

    [Fact]
    public void Probabilities_become_stretches_of_speech()
    {
        // 32 ms each: a click, speech with a short dip, a long pause, speech to the end.
        float[] probabilities = [0, .9f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .6f, .9f, .4f, .9f, 0, 0, .9f, .9f, .9f, .9f, .9f, 0, .. new float[20], .9f, .9f, .9f, .9f, .9f, .9f];

        var speech = SileroVoiceActivityDetector.Segments(
            probabilities, probabilities.Length * 0.032, new VoiceActivityOptions { PaddingMilliseconds = 0 });

        Assert.Equal([(13, 24), (45, 51)], speech.Select(segment => ((int)Math.Round(segment.Start / 0.032), (int)Math.Round(segment.End / 0.032))));
    }
}
