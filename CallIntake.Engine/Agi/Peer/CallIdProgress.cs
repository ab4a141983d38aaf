using System.Text.RegularExpressions;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>Waits for the command in which the engine tells the call's id. Thread-safe.</summary>
public sealed partial class CallIdProgress : IProgress<string>
{
    private readonly TaskCompletionSource<Guid?> _callId = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id; null where the call ended without one.</summary>
    public Task<Guid?> CallId => _callId.Task;

    /// <inheritdoc />
    public void Report(string value)
    {
        if (IdCommand().Match(value) is { Success: true } match && Guid.TryParse(match.Groups["id"].ValueSpan, out var id))
        {
            _callId.TrySetResult(id);
        }
    }

    internal void Finish(Guid? callId) => _callId.TrySetResult(callId);

    internal void Fail(Exception exception) => _callId.TrySetException(exception);

    [GeneratedRegex("^SET VARIABLE \"?CALLINTAKE_CALL_ID\"? \"?(?<id>[0-9a-fA-F-]{36})\"?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdCommand();
}
