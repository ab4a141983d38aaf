using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// Reads yes or no out of the answer to "is that right?", in Russian and Kazakh. A no anywhere wins ("да нет", "дұрыс емес", "да, только
/// не сорок, а сорок два"): asking once more costs less than a patrol at the wrong door. Pure; takes any text.
/// </summary>
public static class ConfirmationReader
{
    private static readonly HashSet<string> Yes =
    [
        "да", "ага", "угу", "верно", "правильно", "так", "точно", "подтверждаю", "конечно", "именно", "ок", "окей", "дада", "верна", "правильна",
        "иа", "ия", "ие", "яя", "дурыс", "рас", "солай", "жарайды", "макул", "аринеде", "арине", "дал",
    ];

    private static readonly HashSet<string> No =
    [
        "нет", "не", "неа", "неверно", "неправильно", "неточно", "ошибка", "ошиблись", "перепутали", "другой", "другая", "другое", "другом", "наоборот",
        "жок", "жо", "емес", "кате", "бурыс", "баска", "озге",
    ];

    // They say yes only where nothing else is said.
    private static readonly HashSet<string> Weak = ["так", "рас", "дал", "ок"];

    private static readonly HashSet<string> Ignorance = ["знаю", "помню", "понял", "поняла", "понимаю", "слышу", "слышно", "расслышал", "расслышала", "уверен", "уверена"];
    private static readonly HashSet<string> Unrelated = ["надо", "нужно", "тяните", "волнуйтесь", "могу", "вешайте", "кладите", "говорите", "кричите", "звоните"];

    /// <summary>Reads an answer.</summary>
    public static ConfirmationAnswer Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = SpokenTokenizer.Read(text);
        if (tokens is [var only])
        {
            return Alone(only.Plain);
        }

        var yes = false;
        var no = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Plain : string.Empty;
            if (tokens[i].Plain is "не" && (Ignorance.Contains(next) || Unrelated.Contains(next)))
            {
                if (Ignorance.Contains(next))
                {
                    return ConfirmationAnswer.Unclear;
                }

                continue;
            }

            yes |= Yes.Contains(tokens[i].Plain) && (tokens.Count < 3 || !Weak.Contains(tokens[i].Plain));
            no |= No.Contains(tokens[i].Plain);
        }

        return no ? ConfirmationAnswer.No : yes ? ConfirmationAnswer.Yes : ConfirmationAnswer.Unclear;
    }

    /// <summary>One word; a spoken key counts: one is yes, two is no.</summary>
    private static ConfirmationAnswer Alone(string plain) =>
        Yes.Contains(plain) || plain is "один" or "бир" or "1" ? ConfirmationAnswer.Yes
        : No.Contains(plain) || plain is "два" or "еки" or "2" ? ConfirmationAnswer.No
        : ConfirmationAnswer.Unclear;
}
