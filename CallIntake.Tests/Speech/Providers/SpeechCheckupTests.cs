using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Tests.Speech.Servers;

namespace CallIntake.Tests.Speech.Providers;

public sealed class SpeechCheckupTests
{
    private const string Data = "CallIntake.Tests/Speech/Data/";
    private const string Secret = "sk-very-secret";

    [Fact]
    public async Task What_is_missing_is_named_with_its_key_and_its_place_in_the_chain()
    {
        var findings = await ExamineAsync(
            ("Speech:Recognition:Chains:ru:0", "gigaam"), ("Speech:Recognition:Chains:ru:1", "openai"), ("Speech:Recognition:Chains:ru:2", "google"),
            ("Speech:Recognition:Chains:kk:0", "tone"), ("Speech:Gigaam:Folder", "/nowhere/gigaam"), ("Speech:Tone:Folder", "/nowhere/t-one"),
            ("Speech:Synthesis:Chains:ru:0", "command"), ("Speech:Synthesis:Chains:kk:0", "espeak"), ("Speech:Espeak:Program", "no-such-program"));

        Missing(findings, "gigaam", "ru", 0, "Speech:Gigaam:Folder: /nowhere/gigaam does not exist");
        Missing(findings, "openai", "ru", 1, "OPENAI_API_KEY");
        Missing(findings, "google", "ru", 2, "GOOGLE_APPLICATION_CREDENTIALS");
        Missing(findings, "tone", "kk", 0, "Speech:Tone:Folder");
        Missing(findings, "command", "ru", 0, "Speech:Command:Russian");
        Missing(findings, "espeak", "kk", 0, "apt-get install espeak-ng");
        Assert.All(findings, finding => Assert.Contains("Licence: ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_of_this_machine_are_loaded_and_hear_a_second()
    {
        await using var root = new SpeechServices();
        var findings = await ExamineAsync(
            ("Speech:Recognition:Chains:ru:0", "tone"), ("Speech:Recognition:Chains:kk:0", "gigaam"), ("Speech:Recognition:Chains:kk:1", "tone"),
            ("Speech:Gigaam:Folder", root.Content(Data + "tiny-gigaam-multilingual")), ("Speech:Tone:Folder", root.Content(Data + "tiny-t-one")));

        Assert.All(findings, finding => Assert.True(finding.Works, finding.Message));
        Assert.All(findings.Where(finding => finding.Hears), finding => Assert.Contains("one second of sound in ", finding.Message, StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Name: "tone", Language: "kk", IsDoubtful: true } && finding.Message.Contains("not fit for kk", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Name: "gigaam", Language: "kk", IsDoubtful: false });
    }

    [Fact]
    public async Task A_damaged_model_does_not_work_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("damaged");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "x_ctc.onnx"), "no model");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "x_vocab.txt"), "а 0\n<blk> 1\n");

        var findings = await ExamineAsync(("Speech:Recognition:Chains:ru:0", "gigaam"), ("Speech:Gigaam:Folder", folder.FullName));

        Missing(findings, "gigaam", "ru", 0, "cannot be loaded");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Servers_are_asked_once_for_both_languages_and_no_key_is_told()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        server.AnswerJson("""{"text":""}""");
        var address = server.Address.Replace("http://", $"http://user:{Secret}@", StringComparison.Ordinal) + "/v1";

        var findings = await ExamineAsync(
            ("Speech:Recognition:Chains:ru:0", "openai"), ("Speech:Recognition:Chains:kk:0", "openai"), ("Speech:OpenAI:Endpoint", address), ("Speech:OpenAI:Key", Secret));

        Assert.Single(server.Asked);
        var ears = findings.Where(finding => finding.Hears).ToArray();
        Assert.All(ears, finding => Assert.True(finding.Works, finding.Message));
        Assert.Contains(server.Address + "/v1 (whisper-1)", ears[0].Message, StringComparison.Ordinal);
        Assert.All(findings, finding => Assert.DoesNotContain(Secret, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "401")]
    [InlineData(500, "500")]
    public async Task A_server_that_refuses_does_not_work_and_no_key_is_told(int status, string expected)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        server.AnswerJson($$$"""{"error":{"message":"Incorrect API key provided: {{{Secret}}}"}}""", status);

        var findings = await ExamineAsync(("Speech:Recognition:Chains:ru:0", "google"), ("Speech:Google:Endpoint", server.Address), ("Speech:Google:Key", Secret), ("Speech:Synthesis:Chains:kk", string.Empty));

        Assert.Contains(findings, finding => finding is { Hears: false, Language: "kk", Name: "", Works: true });
        Missing(findings, "google", "ru", 0, expected);
        Assert.All(findings, finding => Assert.DoesNotContain(Secret, finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_voice_server_is_let_speak_a_sentence()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        server.AnswerBytes(WavWriter.ToBytes(Signals.Tone(440, 0.5, 24000)));

        var findings = await ExamineAsync(
            ("Speech:Synthesis:Chains:ru:0", "piper"), ("Speech:Synthesis:Chains:kk:0", "coqui"), ("Speech:Piper:Endpoint", server.Address + "/synthesize"), ("Speech:Coqui:Endpoint", "http://127.0.0.1:1"));

        Assert.Contains(findings, finding => finding is { Name: "piper", Works: true, IsDoubtful: false } && finding.Message.Contains("a short sentence in ", StringComparison.Ordinal));
        Missing(findings, "coqui", "kk", 0, "http://127.0.0.1:1");
    }

    private static void Missing(IReadOnlyList<ProviderFinding> findings, string name, string language, int place, string expected)
    {
        var finding = Assert.Single(findings, finding => finding.Name == name && finding.Language == language);
        Assert.Equal((false, place), (finding.Works, finding.Place));
        Assert.Contains(expected, finding.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ProviderFinding>> ExamineAsync(params (string Key, string Value)[] settings)
    {
        // Whisper where a test does not say otherwise would cost a second each.
        string[] chains = ["Speech:Recognition:Chains:ru:0", "Speech:Recognition:Chains:kk:0"];
        await using var speech = new SpeechServices([.. settings, .. chains.Where(chain => settings.All(setting => setting.Key != chain)).Select(chain => (chain, "scripted"))]);
        return await speech.Get<SpeechCheckup>().ExamineAsync(CancellationToken.None);
    }
}
