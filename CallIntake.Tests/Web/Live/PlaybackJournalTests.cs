using CallIntake.Engine.Calls;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Live;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Web.Live;

public sealed class PlaybackJournalTests
{
    private readonly FakeTimeProvider _time = new(SomeCall.Now);
    private readonly InMemoryCalls _calls = new(new CallFeed());
    private readonly Call _call = SomeCall.Of(Engine.Triage.Urgency.Low);
    private readonly PlaybackJournal _journal;

    public PlaybackJournalTests() => _journal = new PlaybackJournal(new CallDesk(_calls, _time), _time);

    [Fact]
    public async Task Pieces_of_one_playback_are_one_event_however_long_it_takes()
    {
        _calls.Put(_call);
        for (var piece = 0; piece < 5; piece++)
        {
            await _journal.NoteAsync(_call.Id, "a");
            _time.Advance(PlaybackJournal.OnePlayback - TimeSpan.FromSeconds(1));
        }

        Assert.Single(_calls.Events);
        await _journal.NoteAsync(_call.Id, "b");
        _time.Advance(PlaybackJournal.OnePlayback);
        await _journal.NoteAsync(_call.Id, "a");
        Assert.Equal(3, _calls.Events.Count);
    }

    [Fact]
    public async Task What_could_not_be_written_is_tried_again()
    {
        await Assert.ThrowsAsync<CallDeskException>(() => _journal.NoteAsync(_call.Id, "a"));
        _calls.Put(_call);

        await _journal.NoteAsync(_call.Id, "a");

        Assert.Equal(CallStages.Listened, Assert.Single(_calls.Events).Stage);
    }
}
