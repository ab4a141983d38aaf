using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Hints;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>Half an hour of made-up speech: what is cut, told and lost. Nothing is really heard, so it is quick.</summary>
public sealed class LongRecordingTests
{
    private const int Minutes = 30;

    // Long enough for a piece: a word or two in a quarter of a minute would be no evidence of Russian.
    private const string Sentence = "соседи опять шумят и музыка играет на весь дом";

    [Fact]
    public async Task Half_an_hour_is_heard_in_pieces_that_recognisers_bear_and_progress_is_told()
    {
        await using var speech = Services();
        var recognizer = new FakeRecognizer("fake", Sentence, "ru", "ru");
        var progress = new Told();

        var heard = await HearAsync(speech, recognizer, progress);

        var longest = recognizer.Asked.Max(asked => asked.Audio.Duration.TotalSeconds);
        Assert.InRange(longest, 10, SpeechPieces.Longest);
        Assert.InRange(recognizer.Asked.Count, Minutes * 60 / 16, Minutes * 60 / 8);
        Assert.Equal(recognizer.Asked.Count * Sentence.Split(' ').Length, heard.Text.Split(' ').Length);
        Assert.Empty(heard.Missing);
        // Nothing of the speech is left out: pieces follow each other with no more than a pause between them.
        Assert.InRange(recognizer.Asked.Sum(asked => asked.Audio.Duration.TotalSeconds), heard.Speech.Sum(part => part.End - part.Start), Minutes * 60);
        Assert.Equal(recognizer.Asked.Count, progress.Reports.Count);
        Assert.Equal(progress.Reports.Select(report => report.Heard).Order(), progress.Reports.Select(report => report.Heard));
        Assert.InRange(progress.Reports[^1].Heard.TotalMinutes, Minutes - 0.5, Minutes);
        Assert.All(progress.Reports, report => Assert.Equal(Minutes, report.Duration.TotalMinutes));
    }

    [Fact]
    public async Task A_piece_that_fails_is_missing_from_the_text_and_named()
    {
        await using var speech = Services();
        var number = 0;
        var recognizer = new FakeRecognizer("fake", (_, _) => ++number is 1 or 50
            ? throw new SpeechException("fake: broken")
            : Task.FromResult(new SpeechRecognition("да", "ru", 1, 0.9, [new RecognizedWord("да", 0, 1, 0.9)], "fake")), "ru");

        var heard = await HearAsync(speech, recognizer, new Told());

        Assert.Equal(number - 2, heard.Text.Split(' ').Length);
        Assert.Equal(2, heard.Missing.Count);
        Assert.Equal(0, heard.Missing[0].Start);
        Assert.All(heard.Missing, part => Assert.Contains("fake: broken", part.Cause, StringComparison.Ordinal));
        Assert.All(heard.Missing, part => Assert.InRange(part.End - part.Start, 1, SpeechPieces.Longest));
        Assert.DoesNotContain(heard.Recognition.Words, word => heard.Missing.Any(part => word.Start >= part.Start && word.Start < part.End - 0.01));
    }

    [Fact]
    public async Task A_turn_of_a_call_and_a_recording_of_which_nothing_is_heard_fail_as_a_whole()
    {
        await using var speech = Services();
        var number = 0;
        var second = new FakeRecognizer("fake", (_, _) => ++number == 2 ? throw new SpeechException("fake: broken") : Task.FromResult(SpeechRecognition.Nothing("fake")), "ru");

        await Assert.ThrowsAsync<SpeechException>(() => HearAsync(speech, second, null));
        await Assert.ThrowsAsync<SpeechException>(() => HearAsync(speech, FakeRecognizer.Failing("fake"), new Told()));
        Assert.Equal(2, number);
    }

    [Fact]
    public async Task More_jobs_than_a_queue_holds_wait_their_turn_and_none_is_refused()
    {
        await using var speech = Services(("Speech:Whisper:Processors", "2"));
        var gate = new WorkGate(running: 2, queueLength: 1);
        var most = 0;
        var recognizer = new FakeRecognizer("whisper", async (request, token) =>
        {
            using var turn = await gate.EnterAsync(request.Urgent, token);
            most = Math.Max(most, gate.Waiting);
            await Task.Yield();
            return new SpeechRecognition("да", "ru", 1, 0.9, [], "whisper");
        }, "ru");
        var chain = speech.Get<OfflineChains>().Of("ru", [recognizer]);

        var heard = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => chain.HearAsync(Signals.Silence(1), new RecognitionRequest(), CancellationToken.None))));

        Assert.All(heard, one => Assert.Equal("да", one.Recognition.Text));
        Assert.Equal(0, most);
    }

    [Fact]
    public async Task The_deadline_of_offline_work_is_its_own_and_named()
    {
        await using var speech = Services(("Speech:Recognition:OfflineDeadline", "00:00:01"));
        var never = new FakeRecognizer("never", (_, _) => new TaskCompletionSource<SpeechRecognition>().Task, "ru");

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            speech.Get<OfflineChains>().Of("ru", [never]).HearAsync(Signals.Silence(1), new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("never: no answer within 1 s (Speech:Recognition:OfflineDeadline)", error.Message, StringComparison.Ordinal);
    }

    private static SpeechServices Services(params (string, string)[] settings) =>
        new(services => services.AddSingleton<IVoiceActivityDetector, Talker>(), settings);

    private static async Task<Transcription> HearAsync(SpeechServices speech, FakeRecognizer recognizer, IProgress<HearingProgress>? progress)
    {
        var path = Path.Combine(speech.Folder, "long.wav");
        await WavWriter.WriteTelephoneAsync(path, new SpeechAudio(new short[8000 * 60 * Minutes], 8000), CancellationToken.None);
        var chain = new RecognizerChain("ru", [recognizer]);
        return await speech.Get<Transcriber>().TranscribeAsync(path, chain, new RecognitionRequest(), progress, CancellationToken.None);
    }

    /// <summary>Hears sentences of 1 to 40 s with pauses of 0.4 s between them, from the first to the last moment.</summary>
    private sealed class Talker : IVoiceActivityDetector
    {
        public IReadOnlyList<SpeechSegment> Detect(SpeechAudio audio)
        {
            var speech = new List<SpeechSegment>();
            var start = 0.0;
            for (var i = 0; start < audio.Duration.TotalSeconds; i++)
            {
                var end = Math.Min(audio.Duration.TotalSeconds, start + 1 + (i * 7 % 40));
                speech.Add(new SpeechSegment(start, end));
                start = end + 0.4;
            }

            return speech;
        }
    }

    private sealed class Told : IProgress<HearingProgress>
    {
        public List<HearingProgress> Reports { get; } = [];

        public void Report(HearingProgress value) => Reports.Add(value);
    }
}
