namespace CallIntake.Tests.Calls;

/// <summary>What the caller does in one recording.</summary>
internal sealed record CallerAction(
    string Text = "",
    string? Language = "ru",
    double Confidence = 0.9,
    char? Key = null,
    bool HangsUp = false,
    bool HasSound = false,
    double Seconds = 2,
    bool Fails = false,
    bool Unheard = false)
{
    public static CallerAction Silence { get; } = new();

    public static CallerAction Says(string text, string language = "ru", double confidence = 0.9) => new(text, language, confidence, Seconds: 5);
}
