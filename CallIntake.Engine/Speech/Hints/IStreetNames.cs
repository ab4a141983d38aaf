namespace CallIntake.Engine.Speech.Hints;

/// <summary>Names of streets that callers are likely to say. Thread-safe.</summary>
public interface IStreetNames
{
    /// <summary>The names in a language (ru, kk) as they are said, without type words, the most likely first.</summary>
    IReadOnlyList<string> Of(string language);
}
