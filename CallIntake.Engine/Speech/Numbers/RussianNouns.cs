using Humanizer;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>What the form of a noun after a number tells: gender, case, number. By endings and a few short lists. Pure.</summary>
internal static class RussianNouns
{
    private static readonly string[] MasculineInA = ["мужчин", "дедушк", "дяд", "пап", "юнош"];
    private static readonly string[] Feminine =
        ["квартир", "машин", "улиц", "комнат", "школ", "минут", "секунд", "больниц", "аптек", "остановк", "групп", "палат", "женщин", "девушк", "девочк", "стран", "сумк", "фур"];

    private static readonly HashSet<string> PluralGenitives = new(
        ["человек", "мужчин", "женщин", "девушек", "девочек", "бабушек", "дедушек", "минут", "секунд", "лет", "суток", "машин", "квартир", "комнат", "улиц", "групп", "километров", "тысяч", "рук", "ног", "пуль", "собак", "сумок", "школ"],
        StringComparer.Ordinal);

    /// <summary>Whether a word is too short to be the noun that is counted ("а", "и", "на").</summary>
    public static bool IsNone(string noun) => noun.Length < 3 || noun is "или" or "дробь" or "для";

    /// <summary>A man by meaning although the word ends as a feminine one (мужчина).</summary>
    public static bool IsMan(string noun) => Array.Exists(MasculineInA, stem => noun.StartsWith(stem, StringComparison.Ordinal) && noun.Length <= stem.Length + 2);

    /// <summary>Genitive of many ("домов", "детей", "человек").</summary>
    public static bool IsPluralGenitive(string noun) => Ends(noun, "ов", "ев", "ёв", "ей") || PluralGenitives.Contains(noun);

    /// <summary>The case that only the plural has an ending for ("детьми", "домах", "людям"); null for any other form.</summary>
    public static GrammaticalCase? PluralCase(string noun) => noun switch
    {
        _ when noun.Length < 4 => null,
        _ when Ends(noun, "ами", "ями", "ьми") => GrammaticalCase.Instrumental,
        _ when Ends(noun, "ах", "ях") => GrammaticalCase.Prepositional,
        _ when Ends(noun, "ам", "ям") => GrammaticalCase.Dative,
        _ => null,
    };

    /// <summary>Instrumental of one ("ребёнком", "женщиной").</summary>
    public static bool IsInstrumental(string noun) => Ends(noun, "ом", "ем", "ём", "ой", "ей", "ью");

    /// <summary>Gender of what is counted, from the form the noun has in a case.</summary>
    public static GrammaticalGender GenderOf(string noun, long number, GrammaticalCase form)
    {
        if (IsMan(noun))
        {
            return GrammaticalGender.Masculine;
        }

        var isFeminine = form switch
        {
            GrammaticalCase.Genitive => Ends(noun, "ы", "и"),
            GrammaticalCase.Dative => Ends(noun, "е", "и"),
            GrammaticalCase.Instrumental => Ends(noun, "ой", "ей", "ью"),
            GrammaticalCase.Prepositional => Ends(noun, "и") || Array.Exists(Feminine, stem => noun.StartsWith(stem, StringComparison.Ordinal)),
            _ when number % 10 == 1 && Ends(noun, "у", "ю") => true,
            _ => RussianNumbers.GenderOf(noun, number) == GrammaticalGender.Feminine,
        };
        return isFeminine ? GrammaticalGender.Feminine
            : form is GrammaticalCase.Nominative or GrammaticalCase.Accusative ? RussianNumbers.GenderOf(noun, number) : GrammaticalGender.Masculine;
    }

    /// <summary>Whether a word has one of the endings.</summary>
    public static bool Ends(string noun, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (noun.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
