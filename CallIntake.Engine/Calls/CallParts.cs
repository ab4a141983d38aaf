using CallIntake.Engine.Conversation;
using CallIntake.Engine.Diagnostics;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Calls;

/// <summary>Everything that leads a call; one object for all calls.</summary>
internal sealed class CallParts(
    ICallRecorder recorder,
    CallRecordings recordings,
    CallAftercare aftercare,
    ITranscriber transcriber,
    ISpeechOutput voice,
    ITriage triage,
    ITriageRefiner refiner,
    IOptions<IntakeOptions> options,
    EngineMetrics metrics,
    TimeProvider time,
    ILogger<CallSession> logger)
{
    public ICallRecorder Recorder { get; } = recorder;

    public CallRecordings Recordings { get; } = recordings;

    public CallAftercare Aftercare { get; } = aftercare;

    public ITranscriber Transcriber { get; } = transcriber;

    public ISpeechOutput Voice { get; } = voice;

    public ITriage Triage { get; } = triage;

    public ITriageRefiner Refiner { get; } = refiner;

    public IntakeOptions Options { get; } = options.Value;

    public EngineMetrics Metrics { get; } = metrics;

    public TimeProvider Time { get; } = time;

    public ILogger<CallSession> Logger { get; } = logger;
}
