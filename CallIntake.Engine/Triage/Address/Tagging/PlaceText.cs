using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>A turn prepared for tagging: tokens, units, and what kind of text it is.</summary>
internal sealed class PlaceText
{
    private static readonly HashSet<string> KazakhWords =
    [
        "жатыр", "тур", "отыр", "жур", "бар", "жок", "мен", "бир", "деп", "екен", "казир", "ушин", "бери", "алып", "гой", "емес", "биз", "ол", "бул",
        "мына", "кеше", "келди", "кетти", "дейди", "еди", "тез", "турмын", "отырмын", "жатырмыз", "алло", "аман", "ешким", "уйде", "балам", "кандай", "жерде",
        "кошеси", "кошесинде", "патер", "жанында", "алдында", "артында", "звондап", "келиниздерши", "сосын", "бирак", "менин", "биздин", "онын",
    ];

    private static readonly string[] Endings =
    [
        "ып", "ып", "ган", "ген", "лар", "лер", "дар", "дер", "тар", "тер", "нын", "нин", "дын", "дин", "мын", "мин", "сыз", "ында", "инде", "лык",
        "дагы", "деги", "ады", "еди", "йды", "йди", "атыр", "мыз", "миз", "ымыз", "имиз", "нен", "пен",
    ];

    private PlaceText(string text, List<SpokenToken> tokens, List<PlaceUnit> units, bool answer)
    {
        Text = text;
        Tokens = tokens;
        Units = units;
        IsAnswer = answer;
        IsCased = tokens.Count(token => token.IsCapital) > 1;
        LooksKazakh = tokens.Count(token => IsKazakh(token) || HasKazakhEnding(token)) * 5 > tokens.Count;
        Kazakhness = tokens.Count == 0 ? 0 : (double)tokens.Count(IsKazakh) / tokens.Count;
    }

    /// <summary>The turn's text.</summary>
    public string Text { get; }

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<SpokenToken> Tokens { get; }

    /// <summary>Its units.</summary>
    public IReadOnlyList<PlaceUnit> Units { get; }

    /// <summary>Whether it answers the question for the address.</summary>
    public bool IsAnswer { get; }

    /// <summary>Whether capital letters mean something in it.</summary>
    public bool IsCased { get; }

    /// <summary>Share of words that are certainly Kazakh, 0 to 1.</summary>
    public double Kazakhness { get; }

    /// <summary>Whether Kazakh endings are to be expected, even where a recogniser lost the Kazakh letters.</summary>
    public bool LooksKazakh { get; }

    /// <summary>Prepares a text.</summary>
    public static PlaceText Read(string text, bool answer)
    {
        var tokens = SpokenTokenizer.Read(text);
        return new PlaceText(text, tokens, PlaceUnitReader.Read(tokens), answer);
    }

    /// <summary>First character of a unit.</summary>
    public int StartOf(int unit) => Tokens[Units[unit].First].Start;

    /// <summary>One past the last character of a unit.</summary>
    public int EndOf(int unit) => Tokens[Units[unit].First + Units[unit].Count - 1].End;

    /// <summary>Units as written in addresses, without spaces.</summary>
    public string Joined(int first, int count) => string.Concat(Units.Skip(first).Take(count).Select(unit => unit.Written));

    private static bool HasKazakhEnding(SpokenToken token) =>
        token.Plain.Length > 4 && !token.IsDigits && Array.Exists(Endings, ending => token.Plain.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsKazakh(SpokenToken token) => KazakhWords.Contains(token.Plain) || token.Text.Any(PlainText.IsKazakhOnly);
}
