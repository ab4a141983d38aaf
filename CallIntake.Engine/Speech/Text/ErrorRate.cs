namespace CallIntake.Engine.Speech.Text;

/// <summary>Errors against a reference: wrong, missing and surplus ones, of so many. Immutable; rates add up.</summary>
/// <param name="Errors">Least number of changes that turn one into the other.</param>
/// <param name="Length">Words or letters of the reference.</param>
public readonly record struct ErrorRate(int Errors, int Length)
{
    /// <summary>Errors in percent of the reference.</summary>
    public double Percent => 100d * Errors / Math.Max(1, Length);

    /// <summary>Errors of two texts together.</summary>
    public static ErrorRate operator +(ErrorRate first, ErrorRate second) => Add(first, second);

    /// <summary>Errors of two texts together.</summary>
    public static ErrorRate Add(ErrorRate left, ErrorRate right) => new(left.Errors + right.Errors, left.Length + right.Length);

    /// <summary>Word errors; both sides in lower case, е for ё, without punctuation.</summary>
    public static ErrorRate OfWords(string reference, string heard) => Of(TextFold.Words(reference), TextFold.Words(heard));

    /// <summary>Letter errors of the same folded texts.</summary>
    public static ErrorRate OfLetters(string reference, string heard) => Of(TextFold.Fold(reference).ToCharArray(), TextFold.Fold(heard).ToCharArray());

    private static ErrorRate Of<T>(T[] reference, T[] heard)
        where T : IEquatable<T>
    {
        var row = Enumerable.Range(0, heard.Length + 1).ToArray();
        for (var i = 1; i <= reference.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= heard.Length; j++)
            {
                var substitution = diagonal + (reference[i - 1].Equals(heard[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, substitution);
            }
        }

        return new ErrorRate(row[heard.Length], reference.Length);
    }
}
