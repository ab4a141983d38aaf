namespace CallIntake.Engine.Speech.Text;

/// <summary>
/// Tells Russian from Kazakh, and either from what is neither, by the words, by how sure the recogniser was of them, and by how much was
/// said for so much speech. Pure.
/// </summary>
internal static class LanguageJudge
{
    /// <summary>A language less probable than this is not known, and what was said not understood.</summary>
    public const double Doubtful = 0.5;

    // Letters of neither alphabet above this share: no text of either language. Names of makes ("Toyota") do not count.
    private const double MostForeign = 0.3;

    // What is said slower than this, in letters for a second of speech, was not heard: the slowest sample has 3 ("Да."), sentences have 10.
    private const double LeastLettersASecond = 2;

    // Placed on 110 telephone clips heard by the bundled Whisper: two thirds of the letters of Russian ones stand in words known as Russian,
    // hardly any of Kazakh ones; a text of twenty letters counts half.
    private const double UsualShare = 0.25;
    private const double WeightOfText = 2;
    private const double LettersOfHalfWeight = 20;
    private const double WeightOfExpectation = 0.05;

    /// <summary>ru, kk, mixed, or null where no word tells.</summary>
    public static string? ByLetters(string text) => Judge(text).Language;

    /// <summary>The language of a text that can be either, and how sure that is, 0 to 1; 0.5 where no word tells.</summary>
    public static (string? Language, double Probability) Judge(string text)
    {
        var letters = LanguageLetters.Of(text);
        if (letters.Foreign > letters.All * MostForeign)
        {
            return (null, 0.5 * (1 - ((double)letters.Foreign / letters.All)));
        }

        if (letters.Russian + letters.Kazakh == 0)
        {
            return (null, 0.5);
        }

        var share = letters.KazakhShare;
        return share switch
        {
            <= 0.15 => ("ru", 1 - share),
            >= 0.8 => ("kk", share),
            _ => ("mixed", 1 - Math.Abs(share - 0.5)),
        };
    }

    /// <summary>How probable it is that a text written as Russian is Russian, 0.01 to 0.99.</summary>
    /// <param name="text">What a recogniser wrote that was made to write Russian, or knows nothing else.</param>
    /// <param name="confidence">How sure it was of the words, 0 to 1.</param>
    /// <param name="expected">Whether the caller spoke Russian before.</param>
    /// <param name="neutral">The confidence that speaks neither for nor against.</param>
    public static double Russian(string text, double confidence, bool expected, double neutral = Doubtful)
    {
        var letters = LanguageLetters.Of(text);
        var share = (double)(letters.Russian - letters.Kazakh - letters.Foreign) / Math.Max(1, letters.All);
        var evidence = WeightOfText * letters.All / (letters.All + LettersOfHalfWeight) * (share - UsualShare);
        return Math.Clamp(0.5 + confidence - neutral + evidence + (expected ? WeightOfExpectation : 0), 0.01, 0.99);
    }

    /// <summary>
    /// The language of a text written as Russian: where it is none, Kazakh, which is what else is spoken here, or null where the letters are
    /// of neither. Parameters as above.
    /// </summary>
    public static (string? Language, double Probability) JudgeRussian(string text, double confidence, bool expected, double neutral = Doubtful)
    {
        var russian = Russian(text, confidence, expected, neutral);
        var (language, probability) = Judge(text);
        return russian >= Doubtful ? (language == "mixed" ? language : "ru", russian)
            : language is null && probability < Doubtful ? (null, russian)
            : ("kk", 1 - russian);
    }

    /// <summary>A recognition whose language is less probable, and then unknown, where a letter or a word stands for seconds of speech.</summary>
    /// <param name="heard">What was heard.</param>
    /// <param name="speech">Seconds of speech in which it was heard.</param>
    public static SpeechRecognition Weigh(SpeechRecognition heard, double speech)
    {
        var letters = heard.Text.Count(char.IsLetterOrDigit);
        var evidence = letters / Math.Max(0.1, speech * LeastLettersASecond);
        if (letters == 0 || evidence >= 1)
        {
            return heard;
        }

        var probability = heard.LanguageProbability * evidence;
        return heard with { Language = probability < Doubtful ? null : heard.Language, LanguageProbability = probability };
    }
}
