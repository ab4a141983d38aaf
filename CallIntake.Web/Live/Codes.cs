using System.Collections.Frozen;
using System.Text.Json;

namespace CallIntake.Web.Live;

/// <summary>Names of enumerations as every surface writes them (snake_case), which are also the ends of the resource keys.</summary>
public static class Codes
{
    /// <summary>Languages that a call can have.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "mixed"];

    /// <summary>The code of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names[value];

    /// <summary>All codes in the order of the values.</summary>
    public static IReadOnlyList<string> OfAll<T>()
        where T : struct, Enum => Table<T>.All;

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(value => Names[value])];
    }
}
