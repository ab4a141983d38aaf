using System.Collections.Concurrent;
using CallIntake.Engine.Calls;

namespace CallIntake.Web.Endpoints;

/// <summary>
/// Writes who listened to which call: once for a person and a call within a few minutes, because a player asks for many pieces of one
/// playback. Thread-safe.
/// </summary>
internal sealed class PlaybackJournal(CallDesk desk, TimeProvider time)
{
    /// <summary>Pieces asked for within this time belong to one playback.</summary>
    public static readonly TimeSpan OnePlayback = TimeSpan.FromMinutes(5);

    private const int TidyFrom = 1000;

    private readonly ConcurrentDictionary<(Guid Call, string User), DateTimeOffset> _last = new();

    /// <summary>Notes a playback where it is a new one.</summary>
    public async Task NoteAsync(Guid callId, string user)
    {
        var now = time.GetUtcNow();
        var isNew = true;
        _last.AddOrUpdate((callId, user), now, (_, last) => (isNew = now - last >= OnePlayback) ? now : last);
        if (!isNew)
        {
            return;
        }

        Tidy(now);
        try
        {
            await desk.ListenedAsync(callId, user);
        }
        catch
        {
            // Not written: the next piece tries again.
            _last.TryRemove((callId, user), out _);
            throw;
        }
    }

    private void Tidy(DateTimeOffset now)
    {
        if (_last.Count < TidyFrom)
        {
            return;
        }

        foreach (var (key, last) in _last)
        {
            if (now - last >= OnePlayback)
            {
                _last.TryRemove(KeyValuePair.Create(key, last));
            }
        }
    }
}
