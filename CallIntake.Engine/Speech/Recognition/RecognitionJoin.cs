namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Puts what was heard in the pieces of one recording together. Pure.</summary>
internal static class RecognitionJoin
{
    /// <summary>One recognition with times from the start of the recording.</summary>
    public static SpeechRecognition Join(IReadOnlyList<(SpeechSegment Piece, SpeechRecognition Heard)> parts)
    {
        var spoken = parts.Where(part => part.Heard.Text.Length > 0).ToArray();
        if (spoken.Length == 0)
        {
            return parts[0].Heard;
        }

        var length = spoken.Sum(part => part.Piece.End - part.Piece.Start);
        double Weighted(Func<SpeechRecognition, double> value) =>
            spoken.Sum(part => value(part.Heard) * (part.Piece.End - part.Piece.Start)) / length;
        return new SpeechRecognition(
            string.Join(' ', spoken.Select(part => part.Heard.Text)),
            Language(spoken.Select(part => part.Heard.Language)),
            Weighted(heard => heard.LanguageProbability),
            Weighted(heard => heard.Confidence),
            spoken.SelectMany(part => part.Heard.Words.Select(word => Shift(word, part.Piece.Start))).ToArray(),
            spoken[0].Heard.Recognizer);
    }

    private static string? Language(IEnumerable<string?> languages)
    {
        var known = languages.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return known.Length switch { 0 => null, 1 => known[0], _ => "mixed" };
    }

    private static RecognizedWord Shift(RecognizedWord word, double seconds) =>
        word with { Start = word.Start + seconds, End = word.End + seconds };
}
