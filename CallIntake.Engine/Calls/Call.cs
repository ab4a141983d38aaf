using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Calls;

/// <summary>
/// The state of one call: what the row stores and the card shows. Immutable; every step makes a new one with the next
/// <see cref="Version"/>.
/// </summary>
public sealed record Call
{
    /// <summary>UUID version 7; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the call arrived, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The caller's number as the line gave it, cleaned of control characters; empty where withheld.</summary>
    public string CallerId { get; init; } = string.Empty;

    /// <summary>The mixed recording, relative to the recordings' root, with forward slashes.</summary>
    public string? AudioPath { get; init; }

    /// <summary>The conversation so far.</summary>
    public IReadOnlyList<CallTurn> Turns { get; init; } = [];

    /// <summary>The machine's judgement; null until something is known.</summary>
    public TriageRecord? Record { get; init; }

    /// <summary>The operators' values, the last for each field.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Where the call stands in the dispatchers' work.</summary>
    public CallStatus Status { get; init; } = CallStatus.InProgress;

    /// <summary>What the machine does now.</summary>
    public CallActivity Activity { get; init; } = CallActivity.Arrived;

    /// <summary>Name of the Asterisk channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Asterisk's unique id.</summary>
    public string? UniqueId { get; init; }

    /// <summary>When the machine answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the machine's part of the call ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>closed or operator once the machine has left the call (the dialplan's CALLINTAKE_OUTCOME); null before.</summary>
    public string? Outcome { get; init; }

    /// <summary>The caller hung up while the machine was in the call.</summary>
    public bool HungUp { get; init; }

    /// <summary>A test call from the console or the command line.</summary>
    public bool IsTest { get; init; }

    /// <summary>Who acknowledged it; null while nobody has.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was acknowledged, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How it was closed.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>Counts the changes of the row; the console and the database use it to see a newer state.</summary>
    public int Version { get; init; }

    /// <summary>Length of the machine's part of the call; null while it goes on.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>The record with the operators' values applied: what the board, the history and the export show.</summary>
    public TriageRecord? Effective => Record is null ? null : CorrectedRecord.Apply(Record, Corrections);

    /// <summary>The effective urgency; <see cref="Urgency.Medium"/> while nothing is known, so that an unheard call is never shown as low.</summary>
    public Urgency Urgency => Effective?.Urgency ?? Urgency.Medium;

    /// <summary>The call with one more turn, at its place in time: a phrase may have been said while a turn was still being heard.</summary>
    public Call WithTurn(CallTurn turn) => this with { Turns = [.. Turns.Append(turn).OrderBy(said => said.At)] };

    /// <summary>The caller's words of all turns, one a line.</summary>
    public string Transcript => string.Join('\n', Turns.Where(turn => turn.Speaker == Speaker.Caller && turn.Text.Length > 0).Select(turn => turn.Text));
}
