using CallIntake.Engine.Calls;
using CallIntake.Engine.Conversation;
using CallIntake.Engine.Diagnostics;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Calls;

/// <summary>A session with a fake line and fakes around it; the recordings' folder is a real one.</summary>
internal sealed class SessionBench : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("callintake-session-").FullName;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CallAftercare _aftercare = new(NullLogger<CallAftercare>.Instance);

    public SessionBench(params CallerAction[] actions)
    {
        Line = new FakeLine(actions);
        Transcriber = new FakeTranscriber(Line);
    }

    public FakeLine Line { get; }

    public FakeTranscriber Transcriber { get; }

    public FakeVoice Voice { get; } = new();

    public FakeTriage Triage { get; } = new();

    public FakeRecorder Recorder { get; } = new();

    public IntakeOptions Options { get; } = new();

    public string RecordingsPath { get; set; } = "recordings";

    public Call Call => Recorder.Call;

    /// <summary>The folder of the call's recordings.</summary>
    public string Folder => Path.GetDirectoryName(Line.Recordings.Keys.First())!;

    /// <summary>Runs the call and everything that goes on after it.</summary>
    public async Task<SessionBench> RunAsync(bool waitForAftercare = true)
    {
        var parts = new CallParts(
            Recorder,
            new CallRecordings(Microsoft.Extensions.Options.Options.Create(new RecordingsOptions { Path = RecordingsPath }), new ContentPaths(_root)),
            _aftercare,
            Transcriber,
            Voice,
            Triage,
            Triage,
            Microsoft.Extensions.Options.Options.Create(Options),
            new EngineMetrics(_services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()),
            TimeProvider.System,
            NullLogger<CallSession>.Instance);
        await new CallHandler(parts).HandleAsync(Line).WaitAsync(TimeSpan.FromSeconds(30));
        if (waitForAftercare)
        {
            await FinishAsync();
        }

        return this;
    }

    /// <summary>Waits for what goes on after the line is free.</summary>
    public async Task FinishAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _aftercare.StopAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
