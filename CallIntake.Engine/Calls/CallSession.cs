using CallIntake.Engine.Conversation;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <summary>
/// One call from arrival to end. Used by one task at a time. The ladder: Run catches whatever happens, Lead goes through the call, the
/// steps return an ending or null to go on. Saving is never cancelled by a hang-up.
/// </summary>
internal sealed partial class CallSession
{
    private const string AnyKey = "0123456789*#";

    private readonly CallParts _parts;
    private readonly ICallLine _line;
    private readonly List<TriageTurn> _turns = [];
    private Call _call;
    private DialogueState _dialogue;
    private string _language;
    private string? _confirmedAddress;
    private bool _languageKnown;
    private bool _storageFailed;

    public CallSession(CallParts parts, ICallLine line)
    {
        _parts = parts;
        _line = line;
        _language = parts.Options.DefaultLanguage;
        _dialogue = new DialogueState();
        var now = parts.Time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        _call = new Call
        {
            Id = id,
            StartedAt = now,
            AnsweredAt = now,
            CallerId = line.Arrival.CallerId,
            Channel = line.Arrival.Channel,
            UniqueId = line.Arrival.UniqueId,
            IsTest = line.Arrival.IsTest,
            AudioPath = CallRecordings.MixedRelativePath(id, now),
        };
    }

    /// <summary>Leads the call; never throws.</summary>
    public async Task RunAsync()
    {
        _parts.Logger.CallArrived(_call.Id, _call.Channel);
        _parts.Metrics.CallStarted();
        var ending = await GuardAsync(LeadAsync);
        try
        {
            await EndAsync(ending);
        }
        catch (Exception exception)
        {
            // The outcome was not set: whatever it was, the dialplan sends this caller to the operators.
            _parts.Logger.OutcomeNotSet(_call.Id, exception);
        }
    }

    private async Task<CallEnding> LeadAsync()
    {
        await BeginAsync();
        return await GreetAsync() ?? await ConverseAsync();
    }

    private async Task<CallEnding> GuardAsync(Func<Task<CallEnding>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception) when (_line.StoppingToken.IsCancellationRequested)
        {
            return new CallEnding(CallEndingKind.Interrupted, null, HumanReasons.Interrupted);
        }
        catch (Exception exception) when (_line.HungUp && exception is CallLineException or OperationCanceledException)
        {
            return new CallEnding(_turns.Count == 0 ? CallEndingKind.Abandoned : CallEndingKind.HungUp);
        }
        catch (CallPartException exception)
        {
            _parts.Metrics.PartFailed(exception.Part);
            _parts.Logger.PartFailed(_call.Id, exception.Part, exception.InnerException ?? exception);
            return new CallEnding(CallEndingKind.Failed, Prompts.Failure, exception.Part);
        }
        catch (Exception exception)
        {
            var part = exception is CallLineException ? "line" : "engine";
            _parts.Metrics.PartFailed(part);
            _parts.Logger.PartFailed(_call.Id, part, exception);
            return new CallEnding(CallEndingKind.Failed, part == "line" ? null : Prompts.Failure, part);
        }
    }

    /// <summary>The row, the card and the recording exist before anything else is tried.</summary>
    private async Task BeginAsync()
    {
        await _line.SetVariableAsync("CALLINTAKE_SEEN", "1");
        // The row is written while the line is made ready; the greeting waits for both.
        var opening = _parts.Recorder.OpenAsync(_call, CallEvent.Create(_call, CallStages.Received, _call.StartedAt, new
        {
            channel = _call.Channel,
            unique_id = _call.UniqueId,
            is_test = _call.IsTest,
        }));
        try
        {
            await PrepareLineAsync();
        }
        finally
        {
            Took(await opening);
        }
    }

    private async Task PrepareLineAsync()
    {
        await ArmAsync();
        await _line.SetVariableAsync("CALLINTAKE_CALL_ID", _call.Id.ToString("D"));
        CreateFolder();
        if (!await _line.StartMixedRecordingAsync(_parts.Recordings.MixedPath(_call)))
        {
            _parts.Logger.NoMixedRecording(_call.Id);
        }
    }

    private async Task<CallEnding?> GreetAsync()
    {
        await ShowAsync(CallActivity.Greeting);
        foreach (var key in (string[])[Prompts.Greeting, Prompts.WhatWhere])
        {
            var said = await SayAsync(key, _parts.Options.Greetings, AnyKey, CallStages.Greeting);
            if (said.Outcome == PlaybackOutcome.HungUp || _line.HungUp)
            {
                return new CallEnding(CallEndingKind.Abandoned);
            }

            if (said.Key == '0')
            {
                _dialogue = _dialogue with { AskedForPerson = true };
                return await DecideAsync() is { Action: DialogueAction.HandOver } step ? HandOver(step) : null;
            }

            if (said.Key is not null)
            {
                break; // Any other key skips the greeting; the caller may speak at once.
            }
        }

        return null;
    }

    private void CreateFolder()
    {
        try
        {
            _parts.Recordings.CreateFolder(_call);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CallPartException("recording", "The folder of the recording cannot be made.", exception);
        }
    }

    private Task ArmAsync() => _line.ArmWatchdogAsync(TimeSpan.FromSeconds(_parts.Options.WatchdogSeconds));

    private double Now() => Math.Round((_parts.Time.GetUtcNow() - _call.StartedAt).TotalSeconds, 2);
}
