using System.Globalization;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>Whether words and numbers of a model occur in what the caller said. Immutable.</summary>
internal sealed class SpokenEvidence
{
    private const int Stem = 4;
    private readonly HashSet<string> _stems;
    private readonly HashSet<long> _numbers;

    public SpokenEvidence(TriageInput input)
    {
        var words = Tokenizer.Read(input.Turns).Tokens.Select(token => token.Word).ToList();
        _stems = words.Select(StemOf).ToHashSet(StringComparer.Ordinal);
        _numbers = Numbers(words);
    }

    /// <summary>Whether every word and number of a short text, an address, was said; type words are not counted.</summary>
    public bool HasAll(string text) => Tokenizer.Words(text).Where(word => !IsTypeWord(word)).All(Has);

    /// <summary>Whether a text tells what was said: its numbers all, most of its words.</summary>
    public bool HasMost(string text)
    {
        var words = Tokenizer.Words(text).Where(word => word.Length > 2 || char.IsAsciiDigit(word[0])).ToList();
        return words.Where(word => char.IsAsciiDigit(word[0])).All(Has) && words.Count > 0 && words.Count(Has) >= 0.6 * words.Count;
    }

    /// <summary>Whether a number was said, in digits or in words.</summary>
    public bool HasNumber(int number) => _numbers.Contains(number);

    private bool Has(string word)
    {
        var digits = new string([.. word.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length > 0 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? _numbers.Contains(number)
            : _stems.Contains(StemOf(word));
    }

    // "сорок", "пять" and "сорок пять" are all said; which of them was meant, the caller will be asked.
    private static HashSet<long> Numbers(List<string> words)
    {
        var numbers = new HashSet<long>();
        long sum = 0;
        foreach (var word in words)
        {
            if (long.TryParse(new string([.. word.TakeWhile(char.IsAsciiDigit)]), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            {
                numbers.Add(digits);
                sum = 0;
            }
            else if (NumeralLexicon.TryGet(word, out var numeral))
            {
                sum = sum > numeral.Value ? sum + numeral.Value : numeral.Value;
                numbers.Add(numeral.Value);
                numbers.Add(sum);
            }
            else
            {
                sum = 0;
            }
        }

        return numbers;
    }

    private static string StemOf(string word) => word.Length <= Stem ? word : word[..Stem];

    private static bool IsTypeWord(string word) => word is "улица" or "ул" or "проспект" or "пр" or "дом" or "д" or "квартира" or "кв" or "коше" or "кошеси"
        or "уй" or "патер" or "микрорайон" or "мкр" or "подъезд" or "этаж" or "кабат" or "даныгыл" or "дангылы" or "город" or "село" or "ауыл";
}
