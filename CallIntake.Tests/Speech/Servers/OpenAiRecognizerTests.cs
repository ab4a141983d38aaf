using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.OpenAi;
using CallIntake.Engine.Speech.Recognition;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech.Servers;

public sealed class OpenAiRecognizerTests
{
    private static readonly SpeechAudio Audio = Signals.Tone(440, 1);

    [Fact]
    public async Task The_turn_goes_out_as_documented_and_the_words_come_back()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:OpenAI:Key", "sk-secret"), ("Speech:OpenAI:Prompt", "true"));
        server.AnswerJson("""
            {"task":"transcribe","language":"russian","duration":1.0,"text":" Улица Абая,\n дом пять.",
             "segments":[{"id":0,"start":0.0,"end":1.0,"avg_logprob":-0.2,"no_speech_prob":0.01}],
             "words":[{"word":"Улица","start":0.0,"end":0.3},{"word":"Абая","start":0.3,"end":0.5},{"word":"дом","start":0.5,"end":0.7},{"word":"пять","start":0.7,"end":1.0}]}
            """);

        var heard = await speech.Get<OpenAiRecognizer>().RecognizeAsync(Audio, new RecognitionRequest("ru", ["Абая", "Сатпаева"]), CancellationToken.None);

        Assert.Equal("Улица Абая, дом пять.", heard.Text);
        Assert.Equal("ru", heard.Language);
        Assert.Equal(Math.Exp(-0.2), heard.Confidence, 0.001);
        Assert.Equal(("пять", 0.7, 1.0), (heard.Words[3].Text, heard.Words[3].Start, heard.Words[3].End));
        Assert.True(server.Asked.TryDequeue(out var asked));
        Assert.Equal("/v1/audio/transcriptions", asked.Path);
        Assert.Equal("Bearer sk-secret", asked.Headers.Authorization.ToString());
        Assert.Equal(("whisper-1", "ru", "verbose_json", "Абая, Сатпаева"), (asked.Form["model"], asked.Form["language"], asked.Form["response_format"], asked.Form["prompt"]));
        Assert.Equal(Audio.Samples.ToArray(), WavReader.Parse(asked.Body, "sent").Samples.ToArray());
    }

    [Fact]
    public async Task Likely_words_are_sent_only_where_that_is_switched_on_and_none_is_cut()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var silent = Services(server);
        await using var told = Services(server, ("Speech:OpenAI:Prompt", "true"));
        server.AnswerJson("""{"text":"да"}""");
        var request = new RecognitionRequest("ru", [.. Enumerable.Range(0, 200).Select(i => $"Улица-{i}")]);

        await silent.Get<OpenAiRecognizer>().RecognizeAsync(Audio, request, CancellationToken.None);
        await told.Get<OpenAiRecognizer>().RecognizeAsync(Audio, request, CancellationToken.None);

        Assert.Equal(2, server.Asked.Count);
        Assert.False(server.Asked.First().Form.ContainsKey("prompt"));
        var prompt = server.Asked.Last().Form["prompt"];
        Assert.InRange(prompt.Length, 580, 600);
        Assert.All(prompt.Split(", "), word => Assert.Contains(word, request.Hints!));
    }

    [Fact]
    public async Task Parts_of_words_of_whisper_server_are_put_together()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server);
        server.AnswerJson("""
            {"text":" Сатпаева девяносто","segments":[{"start":0,"end":1,"words":[
             {"word":" С","start":0.0,"end":0.1,"probability":0.9},{"word":"атп","start":0.1,"end":0.2,"probability":0.4},{"word":"аева","start":0.2,"end":0.4,"probability":0.8},
             {"word":" девяносто","start":0.4,"end":0.9,"probability":0.7}]}]}
            """);

        var heard = await speech.Get<OpenAiRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None);

        Assert.Equal([("Сатпаева", 0.4), ("девяносто", 0.7)], heard.Words.Select(word => (word.Text, word.Confidence)));
    }

    /// <summary>By the words; by what the server detected where they do not tell; by what a CallIntake weighed.</summary>
    [Theory]
    [InlineData("""{"text":"Соседи шумят, помогите","language":"russian"}""", "ru", true)]
    [InlineData("""{"text":"Соседи шумят, помогите"}""", "ru", true)]
    [InlineData("""{"text":"Соседи шумят, помогите","language":"ukrainian"}""", null, false)]
    [InlineData("""{"text":"коршилер музыканы катты койып отыр балалар жылап жатыр","language":"russian"}""", "kk", false)]
    [InlineData("""{"text":"Көршілер музыканы қатты қойып отыр","language":"kazakh"}""", "kk", false)]
    [InlineData("""{"text":"қ\uFFFD\uFFFDа the 字 door is","language":"kazakh"}""", null, false)]
    [InlineData("""{"text":"请不吝点赞 订阅","language":"russian"}""", null, false)]
    [InlineData("""{"text":"Somebody is at the door","language":"english"}""", null, false)]
    [InlineData("""{"text":"К","language":"unknown","language_probability":0.05,"understood":false}""", null, false)]
    [InlineData("""{"text":"Соседи шумят","language":"russian","language_probability":0.9,"understood":true}""", "ru", true)]
    [InlineData("""{"text":"Соседи шумят","language":"russian","language_probability":0.9,"understood":false}""", "ru", false)]
    public async Task The_language_of_an_answer_is_judged(string answer, string? language, bool understood)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server);
        server.AnswerJson(answer);
        var recognizer = speech.Get<OpenAiRecognizer>();

        var heard = await recognizer.RecognizeAsync(Audio, new RecognitionRequest("ru"), CancellationToken.None);

        Assert.Equal((language, understood), (heard.Language, Hearing.IsUnderstood(heard, recognizer.Languages)));
    }

    [Fact]
    public async Task An_empty_text_is_silence()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server);
        server.AnswerJson("""{"text":" \n"}""");

        Assert.Empty((await speech.Get<OpenAiRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Text);
    }

    [Theory]
    [InlineData(200, "<html>", "no JSON")]
    [InlineData(200, "", "no JSON")]
    [InlineData(200, "{\"text\":\"да", "no JSON")]
    [InlineData(200, "[1]", "no object")]
    [InlineData(200, "null", "no object")]
    [InlineData(200, "{\"message\":\"hello\"}", "no text")]
    [InlineData(200, "{\"text\":7}", "no text")]
    [InlineData(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-secret\",\"code\":\"invalid_api_key\"}}", "401 Unauthorized (invalid_api_key)")]
    [InlineData(429, "slow down", "429 Too Many Requests")]
    [InlineData(500, "", "500")]
    public async Task A_broken_answer_is_a_failure_that_says_so_and_holds_no_key(int status, string body, string cause)
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:OpenAI:Key", "sk-secret"));
        server.AnswerJson(body, status);

        var error = await Assert.ThrowsAsync<SpeechException>(() => speech.Get<OpenAiRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone_for_a_while_and_the_next_recogniser_hears()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server);
        server.AnswerJson("{}", 503);
        var chain = new RecognizerChain("ru", [speech.Get<OpenAiRecognizer>(), new Recognition.FakeRecognizer("next", "да", "ru", "ru")]);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal("да", (await chain.HearAsync(Audio, new RecognitionRequest(), CancellationToken.None)).Recognition.Text);
        }

        Assert.InRange(server.Asked.Count, 3, 5);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_at_the_deadline()
    {
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = Services(server, ("Speech:Recognition:Deadline", "00:00:01"));
        server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            speech.Get<RecognizerChains>().Only("openai", "ru").HearAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("openai: no answer within 1 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_service_is_not_asked()
    {
        await using var speech = new SpeechServices();

        var error = await Assert.ThrowsAsync<SpeechException>(() => speech.Get<OpenAiRecognizer>().RecognizeAsync(Audio, new RecognitionRequest(), CancellationToken.None));

        Assert.Contains("OPENAI_API_KEY", error.Message, StringComparison.Ordinal);
    }

    private static SpeechServices Services(FakeSpeechServer server, params (string, string)[] settings) =>
        new([("Speech:OpenAI:Endpoint", server.Address + "/v1"), .. settings]);
}
