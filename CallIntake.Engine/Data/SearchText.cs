using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>
/// Folds words for search, alike for what is stored and what is asked, so that every database finds the same: lower case, ё as е, and
/// Kazakh letters as the Russian ones that stand for them on a keyboard without them (Қабанбай = кабанбай). Static and thread-safe.
/// </summary>
public static class SearchText
{
    private const int MaximumTerms = 8;
    private const int MaximumQuery = 200;

    /// <summary>Fewest digits of a query that is read as one telephone number.</summary>
    private const int PhoneDigits = 6;

    private static readonly FrozenDictionary<char, char> Letters = new Dictionary<char, char>
    {
        ['ё'] = 'е',
        ['ә'] = 'а',
        ['ғ'] = 'г',
        ['қ'] = 'к',
        ['ң'] = 'н',
        ['ө'] = 'о',
        ['ұ'] = 'у',
        ['ү'] = 'у',
        ['һ'] = 'х',
        ['і'] = 'и',
    }.ToFrozenDictionary();

    /// <summary>A board looks for words in the same states again and again; a state never changes.</summary>
    private static readonly ConditionalWeakTable<Call, string> Known = [];

    /// <summary>Whether the history would find the call by this query; an empty query finds every call.</summary>
    public static bool Matches(Call call, string? query) =>
        Terms(query) is not { Count: > 0 } terms || terms.All(Known.GetValue(call, Of).Contains);

    /// <summary>The search text of a call.</summary>
    internal static string Of(Call call)
    {
        var record = call.Effective;
        return Fold(string.Join('\n', call.Transcript, record?.Address, record?.Summary, Digits(call.CallerId)));
    }

    /// <summary>Lower case, folded letters, single spaces between words.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in StorageText.Clean(text).Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else
            {
                folded.Append(Letters.GetValueOrDefault(character, character));
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The terms of a query, all of which must occur; none where there is nothing to look for.</summary>
    internal static IReadOnlyList<string> Terms(string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return [];
        }

        var bounded = query.Length > MaximumQuery ? query[..MaximumQuery] : query;
        return PhoneNumber(bounded) is { } number
            ? [number]
            : [.. Fold(bounded).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaximumTerms)];
    }

    /// <summary>A query of digits and the signs around them is one number; the country prefix (+7 or 8) does not matter.</summary>
    private static string? PhoneNumber(string query)
    {
        var digits = Digits(query);
        return digits.Length < PhoneDigits || query.Any(character => !char.IsAsciiDigit(character) && !"+-() \t".Contains(character))
            ? null
            : digits.Length == 11 && digits[0] is '7' or '8' ? digits[1..] : digits;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
