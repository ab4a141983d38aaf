namespace CallIntake.Engine.Triage.Refining;

/// <summary>A prompt with its version: the first line is <c>version: NAME</c>, the rest is the text.</summary>
/// <param name="Version">Name that stands in the record.</param>
/// <param name="Text">What the model is told.</param>
internal sealed record PromptFile(string Version, string Text)
{
    private const string Key = "version:";

    /// <summary>Reads a file; <see cref="FormatException"/> where the version is missing, IO errors as they are.</summary>
    public static PromptFile Read(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && text.StartsWith(Key, StringComparison.Ordinal)
            ? new PromptFile(text[Key.Length..end].Trim(), text[end..].Trim())
            : throw new FormatException($"{file}: the first line must be '{Key} NAME'");
    }
}
