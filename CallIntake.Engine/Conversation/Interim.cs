using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Conversation;

internal enum Confirmation
{
    Yes,
    No,
    Unclear,
}

internal static class ConfirmationReader
{
    public static Confirmation Read(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word is "нет" or "не" or "жоқ" or "неверно" or "неправильно") ? Confirmation.No
            : words.Any(word => word is "да" or "верно" or "иә" or "ия" or "дұрыс" or "правильно" or "ага" or "так") ? Confirmation.Yes
            : Confirmation.Unclear;
    }
}

internal static class SpokenAddress
{
    public static string Text(AddressParts parts, string language) =>
        string.Join(", ", new[] { parts.Settlement, parts.Street, parts.House, parts.Flat, parts.Crossing, parts.Landmark }.Where(part => part is not null));
}
