using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech;

/// <summary>More than 500 sounds of a telephone line in which nobody says a word.</summary>
public sealed class NothingInventedTests
{
    // Under this a turn is asked for again or goes to a human.
    private const double Low = 0.5;

    [Fact]
    public async Task No_words_come_out_of_sounds_without_speech()
    {
        await using var speech = new SpeechServices();
        var transcriber = speech.Get<ITranscriber>();
        var invented = new List<string>();
        var count = 0;
        var asked = 0;
        foreach (var (name, audio) in WordlessSounds.All())
        {
            count++;
            var path = Path.Combine(speech.Folder, "sound.wav");
            await WavWriter.WriteTelephoneAsync(path, audio, CancellationToken.None);
            var heard = await transcriber.TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);
            asked += heard.Speech.Count > 0 ? 1 : 0;
            if (heard.HasWords && heard.Recognition.Confidence >= Low)
            {
                invented.Add($"{name}: {heard.Text} ({heard.Recognition.Confidence:0.00})");
            }
        }

        Assert.InRange(count, 500, 1000);
        Assert.Empty(invented);
        Assert.InRange(asked, 0, count / 20);
    }

    [Fact]
    public async Task A_long_silence_after_speech_adds_no_words()
    {
        await using var speech = new SpeechServices();
        var transcriber = speech.Get<ITranscriber>();
        var spoken = WavReader.Read(speech.Content("samples/02-noise-turn-3.wav"));
        var tail = new short[31 * spoken.SampleRate];
        spoken.Samples.Span.CopyTo(tail);
        var path = Path.Combine(speech.Folder, "tail.wav");
        await WavWriter.WriteTelephoneAsync(path, new SpeechAudio(tail, spoken.SampleRate), CancellationToken.None);

        var heard = await transcriber.TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);

        Assert.Equal("да верно", Engine.Speech.Text.TextFold.Fold(heard.Text));
        Assert.Equal(31, heard.Duration.TotalSeconds, 0.01);
    }
}
