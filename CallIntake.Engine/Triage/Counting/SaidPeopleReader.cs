namespace CallIntake.Engine.Triage.Counting;

/// <summary>Finds numbers of people: "двое", "человек восемь", "үш жігіт", "екеуі", "втроём", "бес адам". Pure.</summary>
internal static class SaidPeopleReader
{
    private const int Largest = 60;

    private static readonly Dictionary<string, int> Collectives = Build();

    private static readonly string[] Persons =
    [
        "человек", "люд", "мужик", "мужчин", "парн", "пацан", "подрост", "женщин", "девуш", "девоч", "мальчи", "ребят", "дет", "студент", "пьяны", "бомж", "бездомн",
        "школьник", "солдат", "охранник", "курьер", "квартирант", "рабоч", "брат", "бандит", "коллектор", "амбал", "тип", "сосед", "пассажир", "друз",
        "адам", "киси", "жигит", "еркек", "аиел", "айел", "кыз", "бала", "бозбала", "бомж", "мас", "жасоспирим", "окушы", "студент", "жан", "коршилер", "кариндас",
    ];

    /// <summary>Reads the tokens.</summary>
    public static SaidPeople Read(IReadOnlyList<SpokenToken> tokens)
    {
        var numbers = new List<int>();
        var contexts = new List<string>();
        for (var i = 0; i < tokens.Count;)
        {
            var length = 1;
            if (Collectives.TryGetValue(tokens[i].Plain, out var people))
            {
                Take(people, i, 1);
            }
            else if (NumeralReader.Read(tokens, i) is { Ordinal: false } number)
            {
                length = number.Length;
                var end = i + length;
                var adjective = end + 1 < tokens.Count && IsPerson(tokens[end + 1].Plain) && !IsPerson(tokens[end].Plain) && tokens[end].Gap is SpokenGap.Space;
                if (number.Value is >= 1 and <= Largest && ((end < tokens.Count && tokens[end].Gap is SpokenGap.Space && (IsPerson(tokens[end].Plain) || adjective)) || (i > 0 && tokens[i - 1].Plain is "человек" or "адам")))
                {
                    Take(number.Value, i, length);
                }
            }

            i += length;
        }

        numbers.Sort();
        return new SaidPeople(numbers.Count > 0 ? numbers[^1] : 0, numbers.Count > 1 ? numbers[^2] : 0, Math.Min(numbers.Count, 4), contexts);

        void Take(int people, int first, int count)
        {
            numbers.Add(people);
            contexts.Add(Around(tokens, first - 1) + people);
            contexts.Add(people + Around(tokens, first + count));
            contexts.Add(Around(tokens, first + count) + Around(tokens, first + count + 1));
        }
    }

    private static string Around(IReadOnlyList<SpokenToken> tokens, int index) =>
        index < 0 || index >= tokens.Count ? "|" : tokens[index].Plain[..Math.Min(5, tokens[index].Plain.Length)];

    private static bool IsPerson(string plain) => Array.Exists(Persons, person => plain.StartsWith(person, StringComparison.Ordinal));

    private static Dictionary<string, int> Build()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        (int People, string Forms)[] table =
        [
            (2, "двое двоих двоим двоими вдвоем оба обе обоих обоим екеу екеуи екеумиз екеуин екеуине екеуинин екеуара екеуиз екеуимиз экеу екеуде"),
            (3, "трое троих троим троими втроем ушеу ушеуи ушеумиз ушеуин ушеуине ушеуинин ушеуимиз"),
            (4, "четверо четверых четверым вчетвером тортеу тортеуи тортеумиз тортеуин"),
            (5, "пятеро пятерых пятерым впятером бесеу бесеуи бесеумиз бесеуин"),
            (6, "шестеро шестерых вшестером алтау алтауи алтауы алтаумыз"),
            (7, "семеро семерых всемером жетеу жетеуи жетеумиз"),
            (8, "восьмеро ввосьмером"), (10, "десятеро вдесятером"),
        ];
        foreach (var (people, forms) in table)
        {
            foreach (var form in forms.Split(' '))
            {
                words[form] = people;
            }
        }

        return words;
    }
}
