namespace CallIntake.Engine.Speech.Numbers;

/// <summary>
/// A time of day in Kazakh: "22:05" is "сағат жиырма екі бес минут"; an ending belongs to the last number as it is read, "22:05-те" is
/// "сағат жиырма екі нөл бесте". Pure.
/// </summary>
internal static class KazakhTime
{
    /// <summary>The time in words; "сағат" is left out where the sentence has said it.</summary>
    /// <param name="hours">0 to 23.</param>
    /// <param name="minutes">0 to 59.</param>
    /// <param name="ending">What is written behind with a hyphen; empty for nothing.</param>
    /// <param name="before">The word before, small letters.</param>
    public static string Say(int hours, int minutes, string ending, string before)
    {
        var start = before is "сағат" or "сағаты" ? string.Empty : "сағат ";
        var hour = KazakhNumbers.Cardinal(hours);
        var minute = KazakhNumbers.Cardinal(minutes);
        return (ending.Length, minutes) switch
        {
            (0, 0) => start + hour,
            (0, _) => $"{start}{hour} {minute} минут",
            (_, 0) => start + hour + ending,
            (_, < 10) => $"{start}{hour} {KazakhNumbers.Cardinal(0)} {minute}{ending}",
            _ => $"{start}{hour} {minute}{ending}",
        };
    }
}
