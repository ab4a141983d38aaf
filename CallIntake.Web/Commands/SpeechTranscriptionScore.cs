using System.Globalization;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Web.Commands;

/// <summary>Adds up errors and times of one way of hearing.</summary>
internal sealed class TranscriptionScore(string trial)
{
    private ErrorRate _words;
    private ErrorRate _letters;
    private TimeSpan _elapsed;

    /// <summary>Recordings heard.</summary>
    public int Files { get; private set; }

    /// <summary>Length of all of them.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Error rates of one file, for the progress line.</summary>
    public static string OfFile(string reference, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $", WER {ErrorRate.OfWords(reference, text).Percent:0.0} % CER {ErrorRate.OfLetters(reference, text).Percent:0.0} %");

    /// <summary>Takes a recording in; without a reference only its times count.</summary>
    public void Add(Transcription heard, string? reference)
    {
        Files++;
        _elapsed += heard.Elapsed;
        Duration += heard.Duration;
        if (reference is not null)
        {
            _words += ErrorRate.OfWords(reference, heard.Text);
            _letters += ErrorRate.OfLetters(reference, heard.Text);
        }
    }

    /// <summary>All recordings in one line.</summary>
    public string Summary(bool scored)
    {
        var rates = scored ? $" words {_words.Length}  WER {_words.Percent:0.00} %  CER {_letters.Percent:0.00} %" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{trial}: files {Files} {rates}  audio {Duration.TotalSeconds:0.0} s  elapsed {_elapsed.TotalSeconds:0.0} s  RTF {_elapsed / (Duration > TimeSpan.Zero ? Duration : TimeSpan.FromSeconds(1)):0.000}");
    }
}
