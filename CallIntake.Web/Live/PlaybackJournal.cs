using System.Collections.Concurrent;
using CallIntake.Engine.Calls;

namespace CallIntake.Web.Live;

/// <summary>
/// Writes who listened to which call: the only way to that event, for the console's player and the API alike. One playback is one event,
/// however many pieces of the recording are asked for meanwhile. Thread-safe.
/// </summary>
public sealed class PlaybackJournal(CallDesk desk, TimeProvider time)
{
    /// <summary>What the same person asks for within this time of the last piece belongs to the same playback.</summary>
    public static readonly TimeSpan OnePlayback = TimeSpan.FromMinutes(5);

    private const int TidyFrom = 1000;

    private readonly ConcurrentDictionary<(Guid Call, string User), Playback> _last = new();

    /// <summary>Notes a playback where it is a new one; returns when its event is written, whoever began to write it.</summary>
    /// <exception cref="CallDeskException">There is no such call.</exception>
    public Task NoteAsync(Guid callId, string user)
    {
        var now = time.GetUtcNow();
        Tidy(now);
        var next = new Playback(now, new Lazy<Task>(() => desk.ListenedAsync(callId, user)));
        return _last.AddOrUpdate((callId, user), next, (_, last) => IsOver(last, now) ? next : last with { At = now }).Written.Value;
    }

    /// <summary>Also where it could not be written: the next piece tries again.</summary>
    private static bool IsOver(Playback last, DateTimeOffset now) => now - last.At >= OnePlayback || last.Written.Value.IsFaulted;

    private void Tidy(DateTimeOffset now)
    {
        if (_last.Count < TidyFrom)
        {
            return;
        }

        foreach (var (key, last) in _last)
        {
            if (IsOver(last, now))
            {
                _last.TryRemove(KeyValuePair.Create(key, last));
            }
        }
    }

    private sealed record Playback(DateTimeOffset At, Lazy<Task> Written);
}
