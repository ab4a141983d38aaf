using System.Text.Json;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Google;
using CallIntake.Tests.Speech.Audio;
using Microsoft.AspNetCore.Http;

namespace CallIntake.Tests.Speech.Servers;

public sealed class GoogleRecognizerTests
{
    private static readonly SpeechAudio Audio = Signals.Tone(440, 1);

    [Fact]
    public async Task The_turn_goes_out_as_documented_and_the_words_come_back()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Google:Key", "g-secret"));
        server.AnswerJson("""
            {"results":[{"alternatives":[{"transcript":"көршілер ұрысып","confidence":0.9,"words":[{"startTime":"0s","endTime":"0.500s","word":"көршілер","confidence":0.8},{"startTime":"0.500s","endTime":"1s","word":"ұрысып"}]}],"resultEndTime":"1s","languageCode":"kk-kz"},
             {"alternatives":[{"transcript":" жатыр"}]}]}
            """);

        var heard = await speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest("kk", ["Сәтпаев", new string('а', 200)]), CancellationToken.None);

        Assert.Equal("көршілер ұрысып жатыр", heard.Text);
        Assert.Equal("kk", heard.Language);
        Assert.Equal(0.75, heard.Confidence, 0.001);
        Assert.Equal((0.5, 0.8), (heard.Words[0].End, heard.Words[0].Confidence));
        Assert.True(server.Asked.TryDequeue(out var asked));
        Assert.Equal("/v1/speech:recognize", asked.Path);
        Assert.Equal("g-secret", asked.Headers["X-Goog-Api-Key"].ToString());
        using var body = JsonDocument.Parse(asked.Body);
        var config = body.RootElement.GetProperty("config");
        Assert.Equal(("LINEAR16", 8000, "kk-KZ"), (config.GetProperty("encoding").GetString(), config.GetProperty("sampleRateHertz").GetInt32(), config.GetProperty("languageCode").GetString()));
        Assert.Equal("ru-RU", Assert.Single(config.GetProperty("alternativeLanguageCodes").EnumerateArray()).GetString());
        Assert.Equal(1, config.GetProperty("speechContexts")[0].GetProperty("phrases").GetArrayLength());
        Assert.Equal(16000, body.RootElement.GetProperty("audio").GetProperty("content").GetBytesFromBase64().Length);
    }

    [Theory]
    [InlineData("Самал", "ru-ru", "ru")]
    [InlineData("Самал", "kk-kz", "kk")]
    [InlineData("соседи шумят", "kk-kz", "ru")]
    public async Task A_caller_who_changed_the_language_is_heard_in_the_other(string text, string code, string language)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Google:Key", "g-secret"));
        server.AnswerJson(JsonSerializer.Serialize(new { results = new[] { new { alternatives = new[] { new { transcript = text } }, languageCode = code } } }));

        Assert.Equal(language, (await speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest("kk"), CancellationToken.None)).Language);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"results\":[]}")]
    [InlineData("{\"results\":[{\"alternatives\":[]}]}")]
    [InlineData("{\"results\":[{\"alternatives\":[{\"transcript\":\" \"}]}]}")]
    [InlineData("{\"results\":[{\"alternatives\":[{\"confidence\":0.9}]}]}")]
    [InlineData("{\"results\":[{\"languageCode\":\"ru-ru\"}]}")]
    public async Task No_results_are_silence(string answer)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Google:Key", "g-secret"));
        server.AnswerJson(answer);

        Assert.Empty((await speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Text);
    }

    [Theory]
    [InlineData(403, "{\"error\":{\"code\":403,\"message\":\"g-secret is not allowed\",\"status\":\"PERMISSION_DENIED\"}}", "google: 403 Forbidden")]
    [InlineData(429, "{\"error\":{\"code\":429,\"message\":\"quota of g-secret\",\"status\":\"RESOURCE_EXHAUSTED\"}}", "google: 429 Too Many Requests")]
    [InlineData(500, "", "google: 500")]
    [InlineData(503, "<html>g-secret</html>", "google: 503")]
    [InlineData(200, "", "google: the answer is no JSON")]
    [InlineData(200, "{\"results\":[{\"alternatives\"", "google: the answer is no JSON")]
    [InlineData(200, "<html>", "google: the answer is no JSON")]
    [InlineData(200, "[]", "google: the answer is JSON but no object")]
    [InlineData(200, "{\"results\":\"g-secret\"}", "google: the answer has no 'results' that can be read")]
    [InlineData(200, "{\"results\":[7]}", "google: the answer has no 'alternatives' that can be read")]
    [InlineData(200, "{\"results\":[{\"alternatives\":{}}]}", "google: the answer has no 'alternatives' that can be read")]
    [InlineData(200, "{\"results\":[{\"alternatives\":[\"g-secret\"]}]}", "google: the answer has no 'alternatives' that can be read")]
    [InlineData(200, "{\"results\":[{\"alternatives\":[{\"transcript\":7}]}]}", "google: the answer has no 'transcript' that can be read")]
    public async Task A_broken_answer_is_a_failure_that_says_so_and_holds_no_key(int status, string body, string cause)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Google:Key", "g-secret"));
        server.AnswerJson(body, status);

        var error = await Assert.ThrowsAsync<SpeechException>(() => speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("g-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_another_kind_cost_their_times_only()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Google:Key", "g-secret"));
        server.AnswerJson("""{"results":[{"alternatives":[{"transcript":"да","confidence":"high","words":[{"word":"да","startTime":1,"endTime":"soon"}]}]}]}""");

        var heard = await speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None);

        Assert.Equal(("да", 0.6), (heard.Text, heard.Confidence));
        Assert.Equal((0.0, 0.0), (heard.Words[0].Start, heard.Words[0].End));
    }

    [Fact]
    public async Task A_service_account_gets_one_token_for_several_turns()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var account = await GoogleAccount.CreateAsync(server.Address);
        await using var speech = Services(server, ("GOOGLE_APPLICATION_CREDENTIALS", account.Path));
        server.Answer = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Path == "/token"
                ? """{"access_token":"t-1","expires_in":3600,"token_type":"Bearer"}"""
                : """{"results":[{"alternatives":[{"transcript":"да"}]}]}""");
        };

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("да", (await speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Text);
        }

        Assert.Single(server.Asked, asked => asked.Path == "/token");
        Assert.All(server.Asked.Where(asked => asked.Path != "/token"), asked => Assert.Equal("Bearer t-1", asked.Headers.Authorization.ToString()));
    }

    [Theory]
    [InlineData("", "GOOGLE_APPLICATION_CREDENTIALS is set")]
    [InlineData("/nowhere/account.json", "/nowhere/account.json does not exist")]
    [InlineData("/etc/passwd", "no token for the service account")]
    public async Task Without_a_key_or_an_account_the_service_is_not_asked(string account, string cause)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("GOOGLE_APPLICATION_CREDENTIALS", account));

        var error = await Assert.ThrowsAsync<SpeechException>(() => speech.Get<GoogleRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    private static SpeechServices Services(FakeSpeechServer server, params (string, string)[] settings) =>
        new([("Speech:Google:Endpoint", server.Address + "/v1"), .. settings]);
}
