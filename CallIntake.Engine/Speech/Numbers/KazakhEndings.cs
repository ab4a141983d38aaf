namespace CallIntake.Engine.Speech.Numbers;

/// <summary>What is written behind a Kazakh number with a hyphen: "3-ші" and "7-пәтер" are ordinals, "5-те" is "at five", "2-еу" two people. Pure.</summary>
internal static class KazakhEndings
{
    private static readonly HashSet<string> Ordinals = new(["ші", "шы", "нші", "ншы", "інші", "ыншы"], StringComparer.Ordinal);

    private static readonly HashSet<string> Cases = new(
        ["да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "ды", "ді", "ты", "ті", "ны", "ні", "ның", "нің", "дың", "дің", "тың", "тің", "мен", "бен", "пен", "лап", "леп", "дай", "дей", "тай", "тей", "дағы", "дегі", "тағы", "тегі"],
        StringComparer.Ordinal);

    private static readonly string[] Collective = ["", "біреу", "екеу", "үшеу", "төртеу", "бесеу", "алтау", "жетеу"];

    /// <summary>Number and ending in words.</summary>
    public static string Say(long number, string ending)
    {
        // "3-шіге", "6-шы": an ordinal, with an ending of its own or none.
        if (Ordinals.Where(ordinal => ending.StartsWith(ordinal, StringComparison.Ordinal)).MaxBy(ordinal => ordinal.Length) is { } which)
        {
            return KazakhNumbers.Ordinal(number) + ending[which.Length..];
        }

        if ((ending.StartsWith("еу", StringComparison.Ordinal) || ending.StartsWith("ау", StringComparison.Ordinal)) && number is > 0 and < 8)
        {
            return Collective[number] + ending[2..];
        }

        return Cases.Contains(ending) ? KazakhNumbers.Cardinal(number) + ending : $"{KazakhNumbers.Ordinal(number)} {ending}";
    }
}
