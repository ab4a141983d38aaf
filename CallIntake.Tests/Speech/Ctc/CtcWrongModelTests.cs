using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Ctc;

namespace CallIntake.Tests.Speech.Ctc;

/// <summary>Models that have the right names and are wrong all the same, and a vocabulary of Russian alone.</summary>
public sealed class CtcWrongModelTests
{
    private const string Data = "CallIntake.Tests/Speech/Data/";
    private const string Gigaam = Data + "tiny-gigaam-multilingual/";
    private const string Tone = Data + "tiny-t-one/";
    private static readonly OnnxFile.Port Features = new("features", OnnxFile.Float, 0, 64, 0);
    private static readonly OnnxFile.Port Lengths = new("feature_lengths", OnnxFile.Int64, 0);
    private static readonly OnnxFile.Port Signal = new("signal", OnnxFile.Int32, 0, 2400, 1);
    private static readonly OnnxFile.Port LogProbabilities = new("logprobs", OnnxFile.Float, 0, 2400, 1);
    private static readonly OnnxFile.Port State = new("state", OnnxFile.Float16, 0, 7);

    [Theory]
    [InlineData(OnnxFile.Float16, new[] { 0, 64, 0 }, "its 'log_probs' is of Float16 instead of Single")]
    [InlineData(OnnxFile.Int64, new[] { 0, 64, 0 }, "its 'log_probs' is of Int64 instead of Single")]
    [InlineData(OnnxFile.Float, new[] { 0 }, "its 'log_probs' has 1 dimensions instead of 3")]
    public async Task An_output_of_Gigaam_of_a_wrong_type_or_rank_is_named(int type, int[] dimensions, string cause)
    {
        var from = dimensions.Length == 1 ? Lengths.Name : Features.Name;
        await SaysAsync(GigaamFile([Features, Lengths], (new("log_probs", type, dimensions), from)), cause);
    }

    [Fact]
    public async Task Inputs_of_Gigaam_of_a_wrong_type_or_rank_are_named()
    {
        var output = (new OnnxFile.Port("log_probs", OnnxFile.Float), Features.Name);
        await SaysAsync(GigaamFile([Features with { Type = OnnxFile.Float16 }, Lengths], output), "its 'features' is of Float16 instead of Single");
        await SaysAsync(GigaamFile([Features, Lengths with { Type = OnnxFile.Int32 }], output), "its 'feature_lengths' is of Int32 instead of Int64");
        await SaysAsync(GigaamFile([Features with { Dimensions = [0, 64] }, Lengths], output), "its 'features' has 2 dimensions instead of 3");
        await SaysAsync(GigaamFile([Features, Lengths], (new("other", OnnxFile.Float), Features.Name)), "it has no 'log_probs'");
    }

    [Fact]
    public async Task An_output_that_shows_its_rank_only_when_it_runs_is_named()
    {
        await SaysAsync(
            GigaamFile([Features, Lengths with { Dimensions = [] }], (new("log_probs", OnnxFile.Float), Lengths.Name)), "gave 'log_probs' with 1 dimensions instead of 3");
    }

    [Fact]
    public async Task What_the_runtime_says_of_a_run_that_fails_has_the_key()
    {
        await SaysAsync(GigaamFile([Features with { Dimensions = [0, 80, 0] }, Lengths], (new("log_probs", OnnxFile.Float), Features.Name)), "failed: ");
    }

    [Fact]
    public async Task An_output_of_another_width_than_the_vocabulary_is_named()
    {
        await SaysAsync(Folder(Gigaam, "multilingual_ctc.onnx", ("v3_vocab.txt", Vocabulary(tokens: 34))), "spells 71 tokens, its vocabulary has 34");
        await SaysAsync(Folder(Tone, "model.onnx", ("config.json", """{"decoder_params":{"vocabulary":["а","б"]},"pad_token_id":2}""")), "spells 35 tokens, its configuration has 3");
    }

    [Fact]
    public async Task A_state_of_Tone_that_is_open_or_wrong_is_named()
    {
        var open = State with { Dimensions = [0, 0] };
        await SaysAsync(ToneFile([Signal, open], open), "does not say how long its 'state' is");
        await SaysAsync(ToneFile([Signal, State with { Dimensions = [] }], State with { Dimensions = [] }), "does not say how long its 'state' is");
        await SaysAsync(ToneFile([Signal, State with { Dimensions = [7] }], State), "its 'state' has 1 dimensions instead of 2");
        await SaysAsync(ToneFile([Signal, State with { Type = OnnxFile.Float }], State), "its 'state' is of Single instead of Float16");
        await SaysAsync(ToneFile([Signal with { Type = OnnxFile.Float }, State], State), "its 'signal' is of Single instead of Int32");
        // The length that one of the two leaves open is that of the other; what is wrong then is the width.
        await SaysAsync(ToneFile([Signal, open], State), "spells 1 tokens, its configuration has 35");
        await SaysAsync(ToneFile([Signal, State], open), "spells 1 tokens, its configuration has 35");
    }

    [Fact]
    public async Task A_vocabulary_of_Russian_alone_hears_Russian_and_is_not_fit_for_Kazakh()
    {
        await using var speech = new SpeechServices(Folder(Gigaam, "multilingual_ctc.onnx", ("v3_vocab.txt", Vocabulary(tokens: 71))));
        var recognizer = speech.Get<GigaamRecognizer>();

        var russian = await recognizer.RecognizeAsync(WavReader.Read(speech.Content(Gigaam + "ru.wav")), new RecognitionRequest("ru"), CancellationToken.None);
        var kazakh = await recognizer.RecognizeAsync(WavReader.Read(speech.Content(Gigaam + "kk.wav")), new RecognitionRequest("ru"), CancellationToken.None);

        Assert.Equal(["ru"], recognizer.Languages);
        Assert.Equal(File.ReadAllText(speech.Content(Gigaam + "ru.txt")).Trim(), russian.Text);
        Assert.Equal("ru", russian.Language);
        Assert.DoesNotContain(kazakh.Text, letter => "әғқңөұүһі".Contains(letter, StringComparison.Ordinal));
        Assert.NotEqual("ru", kazakh.Language);
    }

    // The Russian letters of v3; outputs beyond them spell nothing.
    private static string Vocabulary(int tokens) => string.Join('\n', Enumerable.Range(0, tokens).Select(i => i switch
    {
        0 => "\u2581 0",
        _ when i == tokens - 1 => $"<blk> {i}",
        _ => $"{(i < 34 ? "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"[i - 1] : "")} {i}",
    }));

    private static (string Key, string Value) GigaamFile(OnnxFile.Port[] inputs, (OnnxFile.Port Port, string From) output) =>
        Written("Speech:Gigaam:Folder", "a_ctc.onnx", OnnxFile.Of(inputs, [output]), ("vocab.txt", Vocabulary(34)));

    private static (string Key, string Value) ToneFile(OnnxFile.Port[] inputs, OnnxFile.Port next) => Written(
        "Speech:Tone:Folder",
        "model.onnx",
        OnnxFile.Of(inputs, [(LogProbabilities, "signal"), (next with { Name = "state_next" }, "state")]),
        ("config.json", File.ReadAllText(Content(Tone + "config.json"))));

    private static (string Key, string Value) Folder(string folder, string model, (string Name, string Text) words) =>
        Written(folder == Tone ? "Speech:Tone:Folder" : "Speech:Gigaam:Folder", model, File.ReadAllBytes(Content(folder + model)), words);

    private static (string Key, string Value) Written(string key, string name, byte[] model, (string Name, string Text) words)
    {
        var folder = Directory.CreateTempSubdirectory("ctc").FullName;
        File.WriteAllBytes(Path.Combine(folder, name), model);
        File.WriteAllText(Path.Combine(folder, words.Name), words.Text);
        return (key, folder);
    }

    private static string Content(string path) => Engine.Hosting.ContentPaths.Find(AppContext.BaseDirectory).Resolve(path);

    private static async Task SaysAsync((string Key, string Value) setting, string cause)
    {
        await using var speech = new SpeechServices(setting);
        ISpeechRecognizer recognizer = setting.Key.Contains("Tone", StringComparison.Ordinal) ? speech.Get<ToneRecognizer>() : speech.Get<GigaamRecognizer>();
        var audio = WavReader.Read(speech.Content(Tone + "ru.wav"));

        var error = await Assert.ThrowsAsync<SpeechException>(() => recognizer.RecognizeAsync(audio, new RecognitionRequest(), CancellationToken.None));

        Directory.Delete(setting.Value, recursive: true);
        Assert.StartsWith(setting.Key + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }
}
