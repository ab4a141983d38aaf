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

        text = OldPlate().Replace(text, match => SpeakPlate(match, kazakh));
        text = Plate().Replace(text, match => SpeakPlate(match, kazakh));
        var timed = text;
        text = Time().Replace(text, match => SpeakTime(match, timed, kazakh));
        text = Fraction().Replace(text, match => $"{match.Groups["house"].Value} {(kazakh ? "бөлшек" : "дробь")} {match.Groups["part"].Value}");
        text = NumberedName().Replace(text, " ");
        text = HouseLetter().Replace(text, "${number} ${letter}");
        text = kazakh
            ? KazakhEnding().Replace(text, match => KazakhEndings.Say(long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["ending"].Value))
            : RussianEnding().Replace(text, SpeakRussianEnding);
        return Number().Replace(text, match => SpeakNumber(match, text, kazakh));
    }

    // "A 123 BCD" (the plates before 2012) has a letter in front and no region, "123 ABC 02" a region.
    private static string SpeakPlate(Match match, bool kazakh)
    {
        var region = match.Groups["region"].Value;
        string[] groups =
        [
            Letters(match.Groups["first"].Value), Digits(match.Groups["number"].Value, kazakh), Letters(match.Groups["letters"].Value),
            region.Length == 0 ? region : Digits(region, kazakh),
        ];
        return string.Join(", ", groups.Where(group => group.Length > 0));
    }

    private static string Letters(string letters) => string.Join(' ', letters.Select(letter => letter.ToString()));

    private static string SpeakTime(Match match, string text, bool kazakh)
    {
        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture);
        var spoken = kazakh
            ? KazakhTime.Say(hours, minutes, match.Groups["ending"].Value, RussianGovernor.Before(text, match.Index))
            : RussianTime.Say(hours, minutes, RussianGovernor.Before(text, match.Index));
        return kazakh || match.Groups["ending"].Length == 0 ? spoken : $"{spoken}-{match.Groups["ending"].Value}";
    }

    // "3-й подъезд" is nominative, "в 3-й квартире" is not; "на 3-м этаже", "с 3-м этажом": the noun tells.
    private static string SpeakRussianEnding(Match match)
    {
        var noun = match.Groups["noun"].Value;
        var ending = match.Groups["ending"].Value switch
        {
            "й" when RussianNouns.Ends(noun, "е", "и") => "ой",
            "м" when RussianNouns.Ends(noun, "ом", "ем") => "ым",
            var written => written,
        };
        return RussianNumbers.Ordinal(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), ending);
    }

    private static string SpeakNumber(Match match, string text, bool kazakh)
    {
        var digits = match.Groups["number"].Value;
        if (digits.Length > 9 || (digits.Length > 1 && digits[0] == '0'))
        {
            return Digits(digits, kazakh);
        }

        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        var noun = match.Groups["noun"].Value;
        return (kazakh ? KazakhNumbers.Cardinal(number) : RussianPhrase.Say(number, RussianGovernor.Before(text, match.Index), noun)) + match.Groups["gap"].Value + noun;
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

    [GeneratedRegex(@"(?<!\d)(?<number>\d{3})\s?(?<letters>[A-ZАВСЕНКМОРТХУ]{2,3})\s?(?<region>\d{2})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plate();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<first>[A-ZАВСЕНКМОРТХУ])\s?(?<number>\d{3})\s?(?<letters>[A-ZАВСЕНКМОРТХУ]{2,3})(\s?(?<region>\d{2,3}))?(?![\p{L}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OldPlate();

    [GeneratedRegex(@"(?<![\d:])(?<hours>[01]?\d|2[0-3]):(?<minutes>[0-5]\d)(?![\d:])(-(?<ending>\p{Ll}+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<house>\d+)/(?<part>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();

    // "Аксай-3": the hyphen is not said.
    [GeneratedRegex(@"(?<=\p{L}{2})-(?=\d)", RegexOptions.None, 1000)]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"(?<number>\d)(?<letter>[А-ЯӘҒҚҢӨҰҮҺІ])(?!\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HouseLetter();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,6})-(?<ending>ой|ей|ом|ем|ым|им|ых|их|й|я|е|го|му|м|ю|х)(?!\p{L})(?=\s(?<noun>\p{L}+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RussianEnding();

    [GeneratedRegex(@"(?<!\d)(?<number>\d{1,6})-(?<ending>\p{L}+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KazakhEnding();

    [GeneratedRegex(@"(?<number>\d+)((?<gap>\s)(?<noun>\p{Ll}+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
