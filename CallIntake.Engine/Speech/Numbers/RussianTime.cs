using Humanizer;

namespace CallIntake.Engine.Speech.Numbers;

/// <summary>A time of day in Russian: "22:05" is "двадцать два часа пять минут", "после 22:00" "после двадцати двух часов". Pure.</summary>
internal static class RussianTime
{
    // One, few, many of each case that differs.
    private static readonly Dictionary<GrammaticalCase, (string[] Hour, string[] Minute)> Forms = new()
    {
        [GrammaticalCase.Nominative] = (["час", "часа", "часов"], ["минута", "минуты", "минут"]),
        [GrammaticalCase.Accusative] = (["час", "часа", "часов"], ["минуту", "минуты", "минут"]),
        [GrammaticalCase.Genitive] = (["часа", "часов", "часов"], ["минуты", "минут", "минут"]),
        [GrammaticalCase.Dative] = (["часу", "часам", "часам"], ["минуте", "минутам", "минутам"]),
        [GrammaticalCase.Instrumental] = (["часом", "часами", "часами"], ["минутой", "минутами", "минутами"]),
        [GrammaticalCase.Prepositional] = (["часе", "часах", "часах"], ["минуте", "минутах", "минутах"]),
    };

    /// <summary>The time in the case the word before asks for; a full hour without minutes.</summary>
    public static string Say(int hours, int minutes, string governor)
    {
        var wanted = RussianPhrase.CaseOf(governor);
        var (hour, minute) = Forms[wanted];
        var spoken = Count(hours, GrammaticalGender.Masculine, wanted, hour);
        return minutes == 0 ? spoken : $"{spoken} {Count(minutes, GrammaticalGender.Feminine, wanted, minute)}";
    }

    private static string Count(int number, GrammaticalGender gender, GrammaticalCase wanted, string[] forms) =>
        $"{RussianDeclension.Cardinal(number, gender, wanted)} {RussianNumbers.Form(number, forms[0], forms[1], forms[2])}";
}
