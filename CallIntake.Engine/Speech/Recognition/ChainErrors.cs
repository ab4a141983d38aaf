using CallIntake.Engine.Speech.Providers;

namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Finds what is wrong with the chains of a configuration. Pure.</summary>
internal static class ChainErrors
{
    /// <summary>One sentence per error, each with its key.</summary>
    /// <param name="section">Key of the chains.</param>
    /// <param name="chains">Names per language.</param>
    /// <param name="known">Names that exist.</param>
    /// <param name="what">What the names stand for.</param>
    public static IEnumerable<string> Find(string section, Dictionary<string, string[]> chains, string[] known, string what)
    {
        foreach (var (language, chain) in chains)
        {
            if (!ChainEntry.Languages.Contains(language, StringComparer.Ordinal))
            {
                yield return $"{section}:{language}: the languages are {string.Join(", ", ChainEntry.Languages)}.";
            }

            for (var i = 0; i < chain.Length; i++)
            {
                if (!known.Contains(chain[i], StringComparer.Ordinal))
                {
                    yield return $"{section}:{language}:{i}: there is no {what} '{chain[i]}'; known are {string.Join(", ", known)}.";
                }
            }
        }
    }
}
