using System.Net;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>What a test caller says and does. When everything is said he is silent.</summary>
public sealed record TestCallPlan
{
    /// <summary>
    /// WAV files the caller says, one for each recording of the engine. Any PCM WAV of any rate and number of channels. What a recording
    /// did not take in, because a long pause or the maximum ended it, is said in the next one.
    /// </summary>
    public IReadOnlyList<string> Wavs { get; init; } = [];

    /// <summary>
    /// For the scripted recogniser: the words of the n-th recording, written beside it as NAME.txt before the WAV is. Empty for none.
    /// </summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The key pressed at the n-th wait for a key; null for none. Later waits get none.</summary>
    public IReadOnlyList<char?> Keys { get; init; } = [];

    /// <summary>When the caller hangs up; null for never.</summary>
    public TestHangUp? HangUp { get; init; }

    /// <summary>Playing, speaking and waiting for keys take their real time divided by this; above 0, at most 1,000,000. 1 is real time.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>The caller's number; null where withheld.</summary>
    public string? CallerId { get; init; } = "+77010000000";

    /// <summary>The FastAGI server; null for the configured one (Asterisk:Agi:Endpoint).</summary>
    public IPEndPoint? Server { get; init; }

    /// <summary>Path and query of the request, without the leading slash; null for the configured path with test=1.</summary>
    public string? Script { get; init; }

    /// <summary>The longest the engine may think before its next command. Default 60 s.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The dialplan's watchdog before the engine arms its own: without SET AUTOHANGUP the call goes to the operators after this time, not
    /// divided by the speed. Default 30 s.
    /// </summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Is told every command line of the engine when it comes; null for nobody.</summary>
    public IProgress<string>? Progress { get; init; }
}
