using System.Globalization;
using System.Text.RegularExpressions;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>
/// Writes a sentence out as it is spoken: numbers, house numbers, times, plates and the short forms of addresses. Voices read digits in
/// ways of their own, and none knows a plate. Pure.
/// </summary>
internal static partial class SpokenText
{
    private static readonly (Regex Short, string Russian, string Kazakh)[] ShortForms =
    [
        (Word("ул"), "улица", "көшесі"), (Word("көш"), "улица", "көшесі"), (Word("пр(-т|осп)?"), "проспект", "даңғылы"), (Word("мкр(-н)?"), "микрорайон", "ықшамауданы"),
        (Word("кв"), "квартира", "пәтер"), (Word("д"), "дом", "үй"), (Word("корп"), "корпус", "корпус"), (Word("стр"), "строение", "құрылыс"),
        (Word("под"), "подъезд", "кіреберіс"), (Word("эт"), "этаж", "қабат"), (Word("пер"), "переулок", "тұйығы"), (Word("обл"), "область", "облысы"), (Word("км"), "километр", "километр"),
    ];

    /// <summary>The sentence in words.</summary>
    /// <param name="text">Any sentence.</param>
    /// <param name="language">ru or kk.</param>
    public static string Expand(string text, string language)
    {
        var kazakh = language == "kk";
        foreach (var (pattern, russian, kazakhForm) in ShortForms)
        {
            text = pattern.Replace(text, kazakh ? kazakhForm : russian);
        }

        text = Plate().Replace(text, match => SpeakPlate(match, kazakh));
        text = Time().Replace(text, match => SpeakTime(match, kazakh));
        text = Fraction().Replace(text, match => $"{match.Groups["house"].Value} {(kazakh ? "бөлшек" : "дробь")} {match.Groups["part"].Value}");
        text = HouseLetter().Replace(text, "${number} ${letter}");
        text = kazakh ? KazakhEnding().Replace(text, SpeakKazakhEnding) : RussianEnding().Replace(text, SpeakRussianEnding);
        return Number().Replace(text, match => SpeakNumber(match, kazakh));
    }

    private static string SpeakPlate(Match match, bool kazakh)
    {
        var letters = string.Join(' ', match.Groups["letters"].Value.Select(letter => char.ToUpperInvariant(letter).ToString()));
        return $"{Digits(match.Groups["number"].Value, kazakh)}, {letters}, {Digits(match.Groups["region"].Value, kazakh)}";
    }

    private static string SpeakTime(Match match, bool kazakh)
    {
        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        if (kazakh)
        {
            return $"сағат {KazakhNumbers.Cardinal(hours)}" + (minutes == 0 ? string.Empty : $" {KazakhNumbers.Cardinal(minutes)} минут");
        }

        var spoken = $"{RussianNumbers.Cardinal(hours)} {RussianNumbers.Form(hours, "час", "часа", "часов")}";
        return minutes == 0
            ? spoken
            : $"{spoken} {RussianNumbers.Cardinal(minutes, Humanizer.GrammaticalGender.Feminine)} {RussianNumbers.Form(minutes, "минута", "минуты", "минут")}";
    }

    // "3-й подъезд" is nominative, "в 3-й квартире" is not: the noun tells.
    private static string SpeakRussianEnding(Match match)
    {
        var noun = match.Groups["noun"].Value;
        var ending = match.Groups["ending"].Value is "й" && noun.Length > 0 && noun[^1] is 'е' or 'и' ? "ой" : match.Groups["ending"].Value;
        return RussianNumbers.Ordinal(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), ending);
    }

    // "7-пәтер" and "7-ші" are the seventh; "5-те" is "at five".
    private static string SpeakKazakhEnding(Match match)
    {
        var number = long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var ending = match.Groups["ending"].Value;
        return ending switch
        {
            "ші" or "шы" or "нші" or "ншы" or "інші" or "ыншы" => KazakhNumbers.Ordinal(number),
            { Length: <= 3 } and not "үй" => KazakhNumbers.Cardinal(number) + ending,
            _ => $"{KazakhNumbers.Ordinal(number)} {ending}",
        };
    }

    private static string SpeakNumber(Match match, bool kazakh)
    {
        var digits = match.Groups["number"].Value;
        if (digits.Length > 9 || (digits.Length > 1 && digits[0] == '0'))
        {
            return Digits(digits, kazakh);
        }

        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var noun = match.Groups["noun"].Value;
        return (kazakh ? KazakhNumbers.Cardinal(number) : RussianNumbers.Cardinal(number, RussianNumbers.GenderOf(noun, number))) + match.Groups["gap"].Value + noun;
    }

    // Zeros in front are said, the rest is a number where it is short, single digits where it is long.
    private static string Digits(string digits, bool kazakh)
    {
        var zeros = digits.TakeWhile(digit => digit == '0').Count();
        var rest = digits[zeros..];
        var words = Enumerable.Repeat(Say("0", kazakh), zeros);
        return string.Join(' ', rest.Length is > 0 and <= 3 ? words.Append(Say(rest, kazakh)) : words.Concat(rest.Select(digit => Say(digit.ToString(), kazakh))));
    }

    private static string Say(string digits, bool kazakh)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        return kazakh ? KazakhNumbers.Cardinal(number) : RussianNumbers.Cardinal(number);
    }

    private static Regex Word(string pattern) => new($@"(?<![\p{{L}}\d-])({pattern})\.(?=\s|\d|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(?<!\d)(?<number>\d{3})\s?(?<letters>[A-Z]{2,3})\s?(?<region>\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plate();

    [GeneratedRegex(@"(?<![\d:])(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?![\d:])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<house>\d+)/(?<part>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<number>\d)(?<letter>[А-ЯӘҒҚҢӨҰҮҺІ])(?!\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HouseLetter();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,6})-(?<ending>ой|ей|й|я|е|го|му|м|ю|х)(?!\p{L})(?=\s(?<noun>\p{L}+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RussianEnding();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,6})-(?<ending>\p{L}+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KazakhEnding();

    [GeneratedRegex(@"(?<number>\d+)((?<gap>\s)(?<noun>\p{Ll}+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
