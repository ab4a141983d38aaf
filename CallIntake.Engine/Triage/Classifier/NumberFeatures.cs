using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>
/// What the numbers in a call mean: how old somebody is, how long ago it was, how many people. "Шесть лет" and "алты жаста" become the
/// same feature. Static and pure.
/// </summary>
internal static class NumberFeatures
{
    private const int NoNumber = -1;

    /// <summary>Adds them.</summary>
    public static void Add(CallFacts facts, FeatureGroup group)
    {
        var tokens = facts.Call.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var value = ValueAt(tokens, i);
            if (value == NoNumber)
            {
                continue;
            }

            // "семьдесят восемь лет", "лет семь", "минуты три"
            var unit = i + 1 < tokens.Length ? UnitOf(tokens[i + 1].Word) : '\0';
            var before = i > 0 ? UnitOf(tokens[i - 1].Word) : '\0';
            Add(group, unit != '\0' ? unit : before, value, tokens, i);
        }
    }

    private static void Add(FeatureGroup group, char unit, int value, Token[] tokens, int index)
    {
        if (unit == '\0')
        {
            return;
        }

        var ago = unit != 'a' && IsAgo(tokens, index);
        var size = unit switch
        {
            'a' => value switch { < 3 => 0, < 12 => 1, < 15 => 2, < 18 => 3, < 60 => 4, < 70 => 5, _ => 6 },
            'm' => value switch { <= 5 => 0, <= 15 => 1, < 60 => 2, _ => 3 },
            'h' => value switch { <= 1 => 0, <= 3 => 1, <= 6 => 2, _ => 3 },
            'p' => Math.Min(value, 8),
            'f' => value switch { <= 2 => 0, <= 4 => 1, _ => 2 },
            'c' => value switch { < 10 => 0, < 20 => 1, < 30 => 2, _ => 3 },
            _ => Math.Min(value, 4),
        };
        var name = FeatureHash.Add(FeatureHash.Add(FeatureHash.Start('#'), unit), size);
        group.Add(name);
        group.Add(FeatureHash.Add(name, ago ? 1 : 2));
    }

    private static bool IsAgo(Token[] tokens, int index)
    {
        for (var i = index + 1; i < tokens.Length && i <= index + 3; i++)
        {
            if (tokens[i].Word is "назад" or "бурын" or "болды" or "отти" or "болып")
            {
                return true;
            }
        }

        return false;
    }

    private static int ValueAt(Token[] tokens, int index)
    {
        var word = tokens[index].Word;
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits))
        {
            return digits < 1000 ? digits : NoNumber;
        }

        if (!NumeralLexicon.TryGet(word, out var numeral) || numeral.Ordinal)
        {
            return NoNumber;
        }

        var value = (int)Math.Min(numeral.Value, 999);
        if (value < 10 && index > 0 && NumeralLexicon.TryGet(tokens[index - 1].Word, out var tens) && tens.Value is >= 20 and < 100 && tens.Value % 10 == 0)
        {
            value += (int)tens.Value;
        }
        else if (value < 10 && index > 0 && NumeralLexicon.TryGet(tokens[index - 1].Word, out var ten) && ten.Value == 10 && ten.Kazakh)
        {
            value += 10;
        }

        return value;
    }

    private static char UnitOf(string word)
    {
        if (word is "лет" or "года" or "год" or "годика" or "годик" or "годиков" or "жаста" or "жасар" or "жас" or "жастагы" or "жасында" or "жастамын")
        {
            return 'a';
        }

        return word.StartsWith("минут", StringComparison.Ordinal) ? 'm'
            : word is "час" or "часа" or "часов" or "сагат" or "сагаттан" or "сагаттай" ? 'h'
            : word is "день" or "дня" or "дней" or "сутки" or "суток" or "кун" or "куннен" or "тун" ? 'd'
            : word.StartsWith("недел", StringComparison.Ordinal) || word.StartsWith("апта", StringComparison.Ordinal) ? 'w'
            : word.StartsWith("месяц", StringComparison.Ordinal) || word is "ай" or "айдан" ? 'o'
            : word is "жыл" or "жылдан" ? 'y'
            : word is "человек" or "человека" or "адам" or "жигит" or "еркек" or "бала" or "парня" or "парней" or "мужика" or "мужиков" ? 'p'
            : word is "этаж" or "этаже" or "кабат" or "кабатта" or "кабатты" ? 'f'
            : word.StartsWith("градус", StringComparison.Ordinal) ? 'c'
            : '\0';
    }
}
