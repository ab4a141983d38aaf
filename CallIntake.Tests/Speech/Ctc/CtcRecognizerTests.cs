using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Ctc;
using CallIntake.Engine.Speech.Recognition;

namespace CallIntake.Tests.Speech.Ctc;

/// <summary>Stand-ins with the published interfaces: each letter is a tone of its own pitch.</summary>
public sealed class CtcRecognizerTests
{
    private const string Data = "CallIntake.Tests/Speech/Data/";

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("double")]
    public async Task Gigaam_spells_what_it_hears(string name)
    {
        await using var speech = Services();
        var audio = Read(speech, $"tiny-gigaam-multilingual/{name}.wav");

        var heard = await speech.Get<GigaamRecognizer>().RecognizeAsync(audio, new RecognitionRequest(), CancellationToken.None);

        Assert.Equal(Text(speech, $"tiny-gigaam-multilingual/{name}.txt"), heard.Text);
        Assert.Equal(["ru", "kk"], speech.Get<GigaamRecognizer>().Languages);
        Assert.InRange(heard.Confidence, 0.5, 1);
        Assert.All(heard.Words, word => Assert.InRange(word.End, word.Start, audio.Duration.TotalSeconds + 0.05));
        Assert.Equal(heard.Words.OrderBy(word => word.Start), heard.Words);
        if (name == "kk")
        {
            Assert.Equal("kk", heard.Language);
        }
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("double")]
    public async Task Tone_spells_the_same_from_portions_of_any_length(string name)
    {
        await using var speech = Services();
        var samples = Read(speech, $"tiny-t-one/{name}.wav").Samples;
        var expected = Text(speech, $"tiny-t-one/{name}.txt");

        var whole = await speech.Get<ToneRecognizer>().RecognizeAsync(Read(speech, $"tiny-t-one/{name}.wav"), new RecognitionRequest(), CancellationToken.None);
        Assert.Equal(expected, whole.Text);
        foreach (var portion in new[] { 1, 160, 2399, 2400, 2401, 7001, samples.Length })
        {
            var stream = speech.Get<ToneModel>().Open();
            for (var start = 0; start < samples.Length; start += portion)
            {
                stream.Add(samples.Span[start..Math.Min(samples.Length, start + portion)]);
            }

            Assert.Equal(expected, string.Join(' ', stream.Finish().Select(word => word.Text)));
        }
    }

    [Fact]
    public async Task Two_calls_in_frames_of_20_ms_do_not_mix()
    {
        await using var speech = Services();
        var calls = new[] { "ru", "double" }.Select(name => (
            Stream: speech.Get<ToneModel>().Open(),
            Read(speech, $"tiny-t-one/{name}.wav").Samples,
            Expected: Text(speech, $"tiny-t-one/{name}.txt"))).ToArray();
        for (var start = 0; start < calls.Max(call => call.Samples.Length); start += 160)
        {
            foreach (var call in calls.Where(call => start < call.Samples.Length))
            {
                call.Stream.Add(call.Samples.Span[start..Math.Min(call.Samples.Length, start + 160)]);
            }
        }

        Assert.All(calls, call => Assert.StartsWith(call.Stream.Text, call.Expected, StringComparison.Ordinal));
        Assert.All(calls, call => Assert.Equal(call.Expected, string.Join(' ', call.Stream.Finish().Select(word => word.Text))));
    }

    [Theory]
    [InlineData("соседи сверху музыку включили спать невозможно", "ru")]
    [InlineData("да верно", "ru")]
    [InlineData("мынбаева сто пятнадцать квартира тридцать три", "ru")]
    [InlineData("коршилер музыканы катты койып отыр балалар уйыктай алмай жатыр", "kk")]
    [InlineData("куйеуим мас урып жатыр балалар жылап жатыр", "kk")]
    [InlineData("кошелие мусорка таттат голио пога малаля голио", "kk")]
    public void A_model_of_Russian_alone_says_when_it_spelled_no_Russian(string text, string language)
    {
        var words = text.Split(' ').Select((word, i) => new RecognizedWord(word, i, i + 0.5, 0.85)).ToArray();

        var heard = CtcRecognition.From(words, kazakh: false, "tone", expected: "ru");

        Assert.Equal((language, text), (heard.Language, heard.Text));
        Assert.InRange(heard.LanguageProbability, 0.5, 1);
    }

    [Theory]
    [InlineData("gigaam", "Speech:Gigaam:Folder", "models/nowhere", "does not exist")]
    [InlineData("gigaam", "Speech:Gigaam:Folder", "prompts", "holds no *ctc*.int8.onnx")]
    [InlineData("gigaam", "Speech:Gigaam:Folder", Data + "tiny-t-one", "holds no *vocab*.txt")]
    [InlineData("gigaam", "Speech:Gigaam:Features", "models/silero_vad.onnx", "not a features graph")]
    [InlineData("gigaam", "Speech:Gigaam:Features", "prompts/prompts.tsv", "cannot be loaded")]
    [InlineData("tone", "Speech:Tone:Folder", Data + "tiny-gigaam-multilingual", "pad_token_id is missing")]
    public async Task What_is_wrong_with_a_model_is_said_with_its_key(string recognizer, string key, string value, string cause)
    {
        await using var speech = Services((key, value));
        var chain = speech.Get<RecognizerChains>().Only(recognizer, "ru");

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            chain.HearAsync(Read(speech, "tiny-t-one/ru.wav"), new RecognitionRequest(), CancellationToken.None));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("а 0\nб", "'б' is not a token")]
    [InlineData("а 0\nб 1", "no <blk>")]
    [InlineData("а 0\n<blk> 2", "gaps")]
    public void A_vocabulary_that_makes_no_sense_is_refused(string lines, string cause)
    {
        Assert.Contains(cause, Assert.Throws<InvalidDataException>(() => CtcVocabulary.FromLines(lines.Split('\n'))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_keeps_a_letter_double_and_a_held_letter_single()
    {
        var decoder = new CtcDecoder(new CtcVocabulary(["а", " ", "<blk>"], 2), 0.04);
        foreach (var token in new[] { 0, 0, 2, 0, 1, 0, 0, 0, 2 })
        {
            var step = new float[] { -5, -5, -5 };
            step[token] = -0.1f;
            decoder.Add(step);
        }

        var words = decoder.Finish();

        Assert.Equal(["аа", "а"], words.Select(word => word.Text));
        Assert.Equal((0.0, 0.16), (words[0].Start, Math.Round(words[0].End, 2)));
        Assert.Equal((0.2, 0.32), (Math.Round(words[1].Start, 2), Math.Round(words[1].End, 2)));
        Assert.Equal(Math.Exp(-0.1), words[1].Confidence, 0.001);
    }

    private static SpeechServices Services(params (string, string)[] settings) => new(
        [.. new (string, string)[] { ("Speech:Gigaam:Folder", Data + "tiny-gigaam-multilingual"), ("Speech:Tone:Folder", Data + "tiny-t-one") }
            .Where(standard => !settings.Any(setting => setting.Item1 == standard.Item1)), .. settings]);

    private static SpeechAudio Read(SpeechServices speech, string name) => WavReader.Read(speech.Content(Data + name));

    private static string Text(SpeechServices speech, string name) => File.ReadAllText(speech.Content(Data + name)).Trim();
}
