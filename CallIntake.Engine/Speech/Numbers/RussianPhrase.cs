using Humanizer;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>
/// A number with the word that governs it and the noun it counts: "до 5 часов", "у 3 человек", "с 2 детьми", "во 2 подъезде". Where neither
/// word is clear the number stays in the nominative. Pure.
/// </summary>
internal static class RussianPhrase
{
    private static readonly HashSet<string> Genitive = new(
        ["до", "от", "ото", "около", "после", "у", "из", "изо", "без", "для", "кроме", "возле", "напротив", "против", "свыше", "более", "менее", "больше", "меньше", "порядка", "старше", "младше", "моложе", "позже", "раньше", "течение", "вместо", "ради", "среди", "вокруг", "с", "со"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Dative = new(["к", "ко", "благодаря", "согласно"], StringComparer.Ordinal);
    private static readonly HashSet<string> Instrumental = new(["между", "над", "перед"], StringComparer.Ordinal);
    private static readonly HashSet<string> Prepositional = new(["о", "об", "при"], StringComparer.Ordinal);
    private static readonly HashSet<string> Places = new(["в", "во", "на"], StringComparer.Ordinal);

    /// <summary>The number in words, without the noun.</summary>
    /// <param name="number">How many, or which one.</param>
    /// <param name="governor">The word before; empty for none.</param>
    /// <param name="noun">The word after, small letters; empty for none.</param>
    public static string Say(long number, string governor, string noun)
    {
        noun = RussianNouns.IsNone(noun) ? string.Empty : noun;
        if (RussianPlaces.Ordinal(number, noun, Genitive.Contains(governor)) is { } which)
        {
            return which;
        }

        var wanted = CaseOf(number, governor, noun);
        return RussianDeclension.Cardinal(number, RussianNouns.GenderOf(noun, number, wanted), wanted);
    }

    /// <summary>The case a governing word asks for by itself; nominative where it depends on more.</summary>
    public static GrammaticalCase CaseOf(string governor) => governor switch
    {
        _ when Genitive.Contains(governor) => GrammaticalCase.Genitive,
        _ when Dative.Contains(governor) => GrammaticalCase.Dative,
        _ when Instrumental.Contains(governor) => GrammaticalCase.Instrumental,
        _ when Prepositional.Contains(governor) => GrammaticalCase.Prepositional,
        "в" or "во" or "на" or "через" or "за" or "спустя" or "про" => GrammaticalCase.Accusative,
        _ => GrammaticalCase.Nominative,
    };

    private static GrammaticalCase CaseOf(long number, string governor, string noun)
    {
        var byGovernor = CaseOf(governor);
        if (RussianNouns.PluralCase(noun) is { } plural && !(plural == GrammaticalCase.Dative && byGovernor == GrammaticalCase.Genitive))
        {
            return plural;
        }

        return RussianNumbers.FormOf(number) switch
        {
            CountForm.One => CaseOfOne(byGovernor, governor, noun),
            // "Вижу 2 человек": in the nominative the noun would be "человека".
            CountForm.Few when byGovernor is GrammaticalCase.Nominative or GrammaticalCase.Accusative && RussianNouns.IsPluralGenitive(noun) => GrammaticalCase.Genitive,
            _ => byGovernor,
        };
    }

    private static GrammaticalCase CaseOfOne(GrammaticalCase byGovernor, string governor, string noun) => byGovernor switch
    {
        _ when governor is "с" or "со" or "под" or "за" && RussianNouns.IsInstrumental(noun) => GrammaticalCase.Instrumental,
        _ when Places.Contains(governor) && RussianNouns.Ends(noun, "е", "и") => GrammaticalCase.Prepositional,
        // A person in the accusative has the form of the genitive.
        GrammaticalCase.Nominative or GrammaticalCase.Accusative when noun is "человека" or "ребёнка" || (RussianNouns.IsMan(noun) && RussianNouns.Ends(noun, "у", "ю")) => GrammaticalCase.Genitive,
        GrammaticalCase.Nominative when RussianNouns.Ends(noun, "у", "ю") => GrammaticalCase.Accusative,
        _ => byGovernor,
    };
}
