using CallIntake.Engine.Speech;

namespace CallIntake.Tests.Calls;

/// <summary>Every phrase exists under LANGUAGE/KEY.wav.</summary>
internal sealed class FakeVoice : ISpeechOutput
{
    public bool CanSpeak { get; set; } = true;

    public List<string> Spoken { get; } = [];

    public string? FindPrompt(string key, string language) => $"{language}/{key}.wav";

    public string PromptText(string key, string language) => $"[{language}:{key}]";

    public Task<string?> SpeakAsync(string text, string language, CancellationToken cancellationToken)
    {
        Spoken.Add(text);
        return Task.FromResult(CanSpeak ? "live/address.wav" : null);
    }
}
