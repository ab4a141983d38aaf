using System.Collections;
using System.Globalization;
using System.Resources;
using CallIntake.Web.Resources;

namespace CallIntake.Tests.Web.Hosting;

public sealed class ConsoleWordsTests
{
    [Theory]
    [InlineData(typeof(AccountText))]
    [InlineData(typeof(HistoryText))]
    public void Every_word_is_there_in_every_language(Type words)
    {
        var russian = Read(words, CultureInfo.InvariantCulture);
        Assert.NotEmpty(russian);
        foreach (var language in new[] { "kk", "en" })
        {
            var other = Read(words, CultureInfo.GetCultureInfo(language));
            Assert.Equal(russian.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(other, word => Assert.Equal(Places(russian[word.Key]), Places(word.Value)));
        }
    }

    private static Dictionary<string, string> Read(Type words, CultureInfo culture) =>
        new ResourceManager(words).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Places(string text) => [.. new[] { "{0}", "{1}" }.Where(place => text.Contains(place, StringComparison.Ordinal))];
}
