using System.Diagnostics.Metrics;

namespace CallIntake.Engine.Diagnostics;

/// <summary>
/// What the engine counts and times in its calls, on the meter <see cref="MeterName"/>; storage and speech have meters of their own, named
/// alike (CallIntake.Storage, CallIntake.Speech). No call, number or word of a caller ever becomes a tag: tags
/// come from small closed lists. Thread-safe, never throws.
/// </summary>
public sealed class EngineMetrics
{
    /// <summary>Name of the meter; exporters subscribe to it.</summary>
    public const string MeterName = "CallIntake";

    private readonly Counter<long> _started;
    private readonly Counter<long> _ended;
    private readonly UpDownCounter<long> _inProgress;
    private readonly Histogram<double> _callDuration;
    private readonly Histogram<double> _stageDuration;
    private readonly Histogram<double> _recognitionDuration;
    private readonly Counter<double> _recognizedAudio;
    private readonly Histogram<double> _triageDuration;
    private readonly Counter<long> _partFailures;

    /// <summary>Makes the instruments; the factory owns the meter.</summary>
    public EngineMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _started = meter.CreateCounter<long>("callintake.calls.started", "{call}", "Calls that arrived.");
        _ended = meter.CreateCounter<long>("callintake.calls.ended", "{call}", "Calls that the machine has left, by outcome.");
        _inProgress = meter.CreateUpDownCounter<long>("callintake.calls.in_progress", "{call}", "Calls that the machine is in now.");
        _callDuration = Seconds(meter, "callintake.call.duration", "Length of the machine's part of a call, by outcome.", CallBuckets);
        _stageDuration = Seconds(meter, "callintake.stage.duration", "Time a stage of a call took, by stage.", StageBuckets);
        _recognitionDuration = Seconds(meter, "callintake.recognition.duration", "Time to recognise a turn, by recogniser.", StageBuckets);
        _recognizedAudio = meter.CreateCounter<double>("callintake.recognition.audio", "s", "Length of the audio recognised, by recogniser.");
        _triageDuration = meter.CreateHistogram("callintake.triage.duration", "ms", "Time to judge what was said.", tags: null, TriageBuckets);
        _partFailures = meter.CreateCounter<long>("callintake.part.failures", "{failure}", "Failures inside calls, by part.");
    }

    private static InstrumentAdvice<double> CallBuckets { get; } = new() { HistogramBucketBoundaries = [5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600] };

    private static InstrumentAdvice<double> StageBuckets { get; } = new() { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60] };

    private static InstrumentAdvice<double> TriageBuckets { get; } = new() { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 25, 50, 100, 500, 2000] };

    /// <summary>A call arrived. Every call of this must be followed by one of <see cref="CallEnded"/>.</summary>
    public void CallStarted()
    {
        _started.Add(1);
        _inProgress.Add(1);
    }

    /// <summary>The machine left a call.</summary>
    /// <param name="outcome">closed, operator, hung_up, abandoned, interrupted …: a code, never free text.</param>
    /// <param name="duration">Length of the machine's part.</param>
    public void CallEnded(string outcome, TimeSpan duration)
    {
        var tag = new KeyValuePair<string, object?>("outcome", outcome);
        _inProgress.Add(-1);
        _ended.Add(1, tag);
        _callDuration.Record(duration.TotalSeconds, tag);
    }

    /// <summary>A stage of a call is over.</summary>
    /// <param name="stage">One of <see cref="Calls.CallStages"/>.</param>
    /// <param name="duration">How long it took.</param>
    public void StageDuration(string stage, TimeSpan duration) => _stageDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    /// <summary>A turn was recognised; the sum of the times over the sum of the audio is the recogniser's real-time factor.</summary>
    /// <param name="recognizer">Its name in the chains of the configuration.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="audio">How long the turn was.</param>
    public void Recognized(string recognizer, TimeSpan elapsed, TimeSpan audio)
    {
        var tag = new KeyValuePair<string, object?>("recognizer", recognizer);
        _recognitionDuration.Record(elapsed.TotalSeconds, tag);
        _recognizedAudio.Add(audio.TotalSeconds, tag);
    }

    /// <summary>What was said so far was judged.</summary>
    public void Triaged(TimeSpan elapsed) => _triageDuration.Record(elapsed.TotalMilliseconds);

    /// <summary>A part failed inside a call.</summary>
    /// <param name="part">recognition, synthesis, triage, storage, recording, line …: a code, never a message.</param>
    public void PartFailed(string part) => _partFailures.Add(1, new KeyValuePair<string, object?>("part", part));

    private static Histogram<double> Seconds(Meter meter, string name, string description, InstrumentAdvice<double> advice) =>
        meter.CreateHistogram(name, "s", description, tags: null, advice);
}
