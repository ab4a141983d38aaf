using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Data;

/// <summary>No call is lost, whatever the database does.</summary>
public abstract class OutageTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly (string, string) Impatient = ("Database:WriteDeadline", "00:00:00.200");
    private static readonly (string, string) Patient = ("Database:WriteDeadline", "00:00:30");

    private string Journal => Path.Combine(database.Folder, "data", "unsaved");

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_call_goes_on_while_the_database_is_gone_and_is_stored_when_it_is_back()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Impatient);
        var call = SampleCalls.Arrived();
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await Eventually.TrueAsync(async () => await host.StoredAsync(call.Id) is not null, "the call is stored");

        await database.BreakAsync();
        var said = await host.Recorder.SayAsync(call.Id, "помогите");
        var other = SampleCalls.Arrived(SampleCalls.Noon.AddSeconds(1));
        var opened = await host.Recorder.OpenAsync(other, SampleCalls.Received(other));
        var ended = await host.Recorder.EndAsync(call.Id);

        Assert.False(said.Saved || opened.Saved || ended.Saved);
        Assert.Equal("помогите", host.Feed.Current.Calls[call.Id].Transcript);
        Assert.True(host.Feed.Current.Calls.ContainsKey(other.Id));
        var lines = ReadShared(Assert.Single(Directory.GetFiles(Journal))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal("помогите", JsonSerializer.Deserialize<UnsavedChange>(lines[0], TriageJson.Compact)!.Call.Transcript);
        Assert.Equal(3, host.Status.UnsavedChanges);
        Assert.NotNull(host.Status.Problem);

        await database.MendAsync();

        await Eventually.TrueAsync(() => host.Status.UnsavedChanges == 0, "everything is written");
        Assert.Equal([CallStages.Received, CallStages.Transcribed, CallStages.Closed], await host.StagesAsync(call.Id));
        Assert.Equal(CallStatus.New, (await host.StoredAsync(call.Id))!.Status);
        Assert.NotNull(await host.StoredAsync(other.Id));
        Assert.Empty(Directory.GetFiles(Journal));
        Assert.Null(host.Status.Problem);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_journal_is_written_at_the_next_start()
    {
        var call = SampleCalls.Arrived();
        await using (var earlier = await StorageHost.StartAsync(database, settings: Impatient))
        {
            await earlier.Recorder.OpenAsync(call, SampleCalls.Received(call));
            await Eventually.TrueAsync(async () => await earlier.StoredAsync(call.Id) is not null, "the call is stored");
            await database.BreakAsync();
            await earlier.Recorder.SayAsync(call.Id, "помогите");
            await earlier.Recorder.JudgeAsync(call.Id, SampleCalls.Record(Urgency.Critical));
            await earlier.Recorder.EndAsync(call.Id);
        }

        await database.MendAsync();
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        Assert.True(host.Feed.Current.Calls.ContainsKey(call.Id));
        await Eventually.TrueAsync(() => host.Status.UnsavedChanges == 0, "the journal is written");

        var stored = await host.StoredAsync(call.Id);
        Assert.Equal((CallStatus.New, Urgency.Critical, "помогите", 4), (stored!.Status, stored.Urgency, stored.Transcript, stored.Version));
        Assert.Equal([CallStages.Received, CallStages.Transcribed, CallStages.Triaged, CallStages.Closed], await host.StagesAsync(call.Id));
        Assert.Empty(Directory.GetFiles(Journal));
    }

    [Fact]
    public async Task Replaying_what_is_stored_already_changes_nothing()
    {
        var call = SampleCalls.Arrived();
        string line;
        await using (var earlier = await StorageHost.StartAsync(database, settings: Patient))
        {
            var opened = await earlier.Recorder.OpenAsync(call, SampleCalls.Received(call));
            var said = await earlier.Recorder.SayAsync(call.Id, "раз");
            await earlier.Recorder.EndAsync(call.Id, CallStatus.Closed);
            await using var context = earlier.Context();
            var events = await CallReader.EventsAsync(context, call.Id, CancellationToken.None);
            line = JsonSerializer.Serialize(new UnsavedChange(opened.Call, events[0]), TriageJson.Compact) + "\n"
                + JsonSerializer.Serialize(new UnsavedChange(said.Call, events[1]), TriageJson.Compact) + "\n{\"call\":{\"id\":\"cut by a cra";
            await earlier.StopAsync();
        }

        Directory.CreateDirectory(Journal);
        await File.WriteAllTextAsync(Path.Combine(Journal, "2026-03-01.jsonl"), line);
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        await Eventually.TrueAsync(() => host.Status.UnsavedChanges == 0, "the journal is settled");

        var stored = await host.StoredAsync(call.Id);
        Assert.Equal(CallStatus.Closed, stored!.Status);
        Assert.Equal(["раз"], stored.Turns.Select(turn => turn.Text));
        Assert.Equal([CallStages.Received, CallStages.Transcribed, CallStages.Closed], await host.StagesAsync(call.Id));
        Assert.Equal([Path.Combine(Journal, "2026-03-01.jsonl.damaged")], Directory.GetFiles(Journal));
    }

    [Fact]
    public async Task Calls_that_a_crash_cut_are_marked_and_come_to_the_board()
    {
        var silent = SampleCalls.Arrived();
        var heard = SampleCalls.Arrived(SampleCalls.Noon.AddSeconds(1));
        await using (var earlier = await StorageHost.StartAsync(database, settings: Patient))
        {
            await earlier.Recorder.OpenAsync(silent, SampleCalls.Received(silent));
            await earlier.Recorder.OpenAsync(heard, SampleCalls.Received(heard));
            await earlier.Recorder.SayAsync(heard.Id, "украли велосипед");
            await earlier.Recorder.JudgeAsync(heard.Id, SampleCalls.Record(Urgency.Low));
        }

        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        await Eventually.TrueAsync(async () => (await host.StagesAsync(heard.Id)).Contains(CallStages.Interrupted), "the event is stored");
        await Eventually.TrueAsync(async () => (await host.StagesAsync(silent.Id)).Contains(CallStages.Interrupted), "the event is stored");

        var card = host.Feed.Current.Calls[heard.Id];
        Assert.Equal((CallStatus.Interrupted, Urgency.Medium, true), (card.Status, card.Urgency, card.Effective!.NeedsHuman));
        Assert.Contains(HumanReasons.Interrupted, card.Record!.NeedsHumanReasons);
        Assert.Equal(heard.StartedAt.AddSeconds(5), card.EndedAt);
        var unheard = (await host.StoredAsync(silent.Id))!;
        Assert.Equal((CallStatus.Interrupted, Urgency.High, string.Empty), (unheard.Status, unheard.Urgency, unheard.Record!.Summary));
    }

    [Fact]
    public async Task Among_several_engines_only_calls_that_fell_silent_count_as_cut()
    {
        var time = new FakeTimeProvider(SampleCalls.Noon);
        await using var host = await StorageHost.StartAsync(database, time, Patient, ("Database:SeveralNodes", "true"));
        var elsewhere = Seed.Finished(SampleCalls.Noon, "алло", call => call with { Status = CallStatus.InProgress, EndedAt = null });
        await Seed.CallsAsync(host, [elsewhere]);
        var keeper = host.Get<BoardKeeper>();

        time.Advance(TimeSpan.FromMinutes(9));
        await keeper.MarkInterruptedAsync(CancellationToken.None);
        Assert.Empty(host.Feed.Current.Calls);

        time.Advance(TimeSpan.FromMinutes(2));
        await keeper.MarkInterruptedAsync(CancellationToken.None);
        Assert.Equal(CallStatus.Interrupted, host.Feed.Current.Calls[elsewhere.Id].Status);
        await Eventually.TrueAsync(async () => (await host.StagesAsync(elsewhere.Id)).Contains(CallStages.Interrupted), "the event is stored");
    }

    [Fact]
    public async Task The_host_starts_without_its_database_and_catches_up()
    {
        await using (var earlier = await StorageHost.StartAsync(database, settings: Patient))
        {
            await earlier.StopAsync();
        }

        await database.BreakAsync();
        await using var host = await StorageHost.StartAsync(database, settings: Impatient);
        var call = SampleCalls.Arrived();
        var opened = await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        Assert.True(host.Feed.Current.Calls.ContainsKey(call.Id));

        await database.MendAsync();

        await host.Status.WhenReady.WaitAsync(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(async () => await host.StoredAsync(call.Id) is not null, $"the call is stored (at once: {opened.Saved})");
        Assert.Equal(CallStatus.InProgress, (await host.StoredAsync(call.Id))!.Status);
    }

    [Fact]
    public async Task Stopping_writes_what_waits_and_journals_the_rest()
    {
        var call = SampleCalls.Arrived();
        await using var host = await StorageHost.StartAsync(database, settings: Impatient);
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await Eventually.TrueAsync(async () => await host.StoredAsync(call.Id) is not null, "the call is stored");
        await database.BreakAsync();
        var said = host.Recorder.SayAsync(call.Id, "последнее");
        await host.StopAsync();
        await said;

        Assert.Contains("последнее", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Journal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_keeps_what_nobody_took_and_lets_closed_calls_go()
    {
        var time = new FakeTimeProvider(SampleCalls.Noon);
        await using var host = await StorageHost.StartAsync(database, time, Patient);
        var open = SampleCalls.Arrived();
        var closed = SampleCalls.Arrived(SampleCalls.Noon.AddSeconds(1));
        foreach (var call in new[] { open, closed })
        {
            await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
            await host.Recorder.EndAsync(call.Id);
        }

        await host.Recorder.RecordAsync(closed.Id, call => call with { Status = CallStatus.Closed }, null);
        var keeper = host.Get<BoardKeeper>();
        keeper.Sweep();
        Assert.Equal(2, host.Feed.Current.Calls.Count);

        time.Advance(TimeSpan.FromMinutes(31));
        keeper.Sweep();
        Assert.Equal([open.Id], host.Feed.Current.Calls.Keys);
        time.Advance(TimeSpan.FromDays(3));
        keeper.Sweep();
        Assert.Equal([open.Id], host.Feed.Current.Calls.Keys);
        await host.Recorder.AcknowledgeAsync(open.Id);
        keeper.Sweep();
        Assert.Empty(host.Feed.Current.Calls);
        Assert.Null(host.Get<CallMemory>().Find(open.Id));
    }

    private static string ReadShared(string path)
    {
        // The journal is locked against other engines; cp does not ask for locks.
        var copy = path + ".copy";
        using var process = System.Diagnostics.Process.Start("cp", [path, copy]);
        process.WaitForExit();
        var text = File.ReadAllText(copy);
        File.Delete(copy);
        return text;
    }
}
