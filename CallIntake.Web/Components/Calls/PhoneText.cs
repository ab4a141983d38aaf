namespace CallIntake.Web.Components.Calls;

/// <summary>Numbers of callers for the eye. Pure; whatever the line sent stays readable.</summary>
public static class PhoneText
{
    /// <summary>The whole number: +7 701 123 12 34; other numbers as they came.</summary>
    public static string Whole(string number) => Parts(number) is var (area, first, second, third) ? $"+7 {area} {first} {second} {third}" : number;

    /// <summary>The number with its middle hidden: +7 701 ••• 12 34.</summary>
    public static string Masked(string number)
    {
        if (Parts(number) is var (area, _, second, third))
        {
            return $"+7 {area} ••• {second} {third}";
        }

        return number.Length <= 4 ? number : $"{number[..(number.Length > 7 ? 2 : 0)]}•••{number[^2..]}";
    }

    private static (string Area, string First, string Second, string Third)? Parts(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length == 11 && digits[0] is '7' or '8' && digits.Length == 11 && number.All(letter => char.IsAsciiDigit(letter) || " +-()".Contains(letter))
            ? (digits[1..4], digits[4..7], digits[7..9], digits[9..])
            : null;
    }
}
