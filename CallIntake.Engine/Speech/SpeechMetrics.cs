using System.Diagnostics.Metrics;

namespace CallIntake.Engine.Speech;

/// <summary>Figures about hearing and speaking, meter <c>CallIntake.Speech</c>. Thread-safe.</summary>
internal sealed class SpeechMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CallIntake.Speech";

    private readonly Meter _meter;
    private readonly Histogram<double> _seconds;
    private readonly Histogram<double> _realTimeFactor;
    private readonly Counter<long> _turns;
    private readonly Counter<long> _sentences;

    /// <summary>Makes the instruments.</summary>
    public SpeechMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _seconds = _meter.CreateHistogram<double>("callintake.speech.recognition.duration", "s", "Time from a recorded turn to its text");
        _realTimeFactor = _meter.CreateHistogram<double>("callintake.speech.recognition.real_time_factor", "1", "Time of hearing for one second of audio");
        _turns = _meter.CreateCounter<long>("callintake.speech.recognition.turns", "{turn}", "Turns heard, by recogniser, language and outcome");
        _sentences = _meter.CreateCounter<long>("callintake.speech.synthesis.sentences", "{sentence}", "Sentences asked to be spoken, by outcome");
    }

    /// <summary>A turn was heard.</summary>
    public void Heard(Transcription turn)
    {
        var outcome = !turn.HasWords ? "silence" : turn.Understood ? "understood" : "not_understood";
        _seconds.Record(turn.Elapsed.TotalSeconds);
        if (turn.Duration > TimeSpan.Zero)
        {
            _realTimeFactor.Record(turn.Elapsed / turn.Duration);
        }

        _turns.Add(
            1,
            new("recognizer", turn.Recognition.Recognizer),
            new("language", turn.Recognition.Language ?? "unknown"),
            new("outcome", outcome));
    }

    /// <summary>A sentence was spoken, found in the cache, or not spoken.</summary>
    public void Spoke(string outcome) => _sentences.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
