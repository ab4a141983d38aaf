using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Tests.Data;

/// <summary>What the recorder promises, on each database.</summary>
public abstract class RecorderTests(TestDatabase database) : IAsyncLifetime
{
    /// <summary>Long enough for any working database, so that a slow machine does not look like a broken one.</summary>
    private static readonly (string, string) Patient = ("Database:WriteDeadline", "00:00:30");

    public ValueTask InitializeAsync() => database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_call_is_in_the_database_and_on_the_board_when_opening_returns()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var call = SampleCalls.Arrived();

        var opened = await host.Recorder.OpenAsync(call, SampleCalls.Received(call));

        Assert.True(opened.Saved);
        Assert.Equal(opened.Call, host.Feed.Current.Calls[call.Id]);
        var stored = await host.StoredAsync(call.Id);
        Assert.NotNull(stored);
        Assert.Equal(CallStatus.InProgress, stored.Status);
        Assert.Equal(call.CallerId, stored.CallerId);
        Assert.Equal([CallStages.Received], await host.StagesAsync(call.Id));
    }

    [Fact]
    public async Task A_start_rehearses_writing_and_leaves_nothing_behind()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);

        await host.Get<CallStore>().RehearseAsync(SampleCalls.Noon);

        await using var context = host.Get<IDbContextFactory<CallDbContext>>().CreateDbContext();
        Assert.Equal((0, 0, 0), (await context.Calls.CountAsync(), await context.Events.CountAsync(), await context.Search.CountAsync()));
    }

    [Fact]
    public async Task A_whole_call_is_read_back_as_it_was()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var call = SampleCalls.Arrived();
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await host.Recorder.SayAsync(call.Id, "он бьёт меня, Қабанбай батыр 5");
        await host.Recorder.JudgeAsync(call.Id, SampleCalls.Record(Urgency.Critical).WithHumanReason(HumanReasons.Critical));
        var correction = new Correction("category", "theft", "domestic", "aigerim", call.StartedAt.AddMinutes(1));
        await host.Recorder.RecordAsync(
            call.Id, state => state with { Corrections = [correction] }, state => CallEvent.Create(state, CallStages.Corrected, correction.At, new { correction }));
        await host.Recorder.RecordAsync(
            call.Id, state => state with { HungUp = true }, state => CallEvent.Create(state, CallStages.HungUp, correction.At));
        await host.Recorder.AcknowledgeAsync(call.Id);
        var last = await host.Recorder.EndAsync(call.Id);

        var stored = await host.StoredAsync(call.Id);

        Assert.Equal(JsonSerializer.Serialize(last.Call, TriageJson.Pretty), JsonSerializer.Serialize(stored, TriageJson.Pretty));
        Assert.Equal(7, stored!.Version);
        await using var context = host.Context();
        var row = await context.Calls.AsNoTracking().SingleAsync();
        Assert.Equal("domestic", row.Category);
        Assert.Equal("theft", TriageJson.Deserialize(row.AiJson)!.Category);
        Assert.Equal((3, "critical", 42_000L), (row.UrgencyRank, row.Urgency, row.DurationMs));
        Assert.StartsWith("{\"urgency\":\"critical\",\"category\":\"theft\",\"address\":", row.AiJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatcher_acknowledges_while_the_call_goes_on()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var call = SampleCalls.Arrived();
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));

        var talk = Task.Run(async () =>
        {
            for (var turn = 0; turn < 30; turn++)
            {
                await host.Recorder.SayAsync(call.Id, $"слова {turn}", turn);
            }
        });
        var people = Enumerable.Range(0, 10).Select(number => Task.Run(() => host.Recorder.AcknowledgeAsync(call.Id, $"d{number}")));
        await Task.WhenAll([talk, .. people]);

        var stored = await host.StoredAsync(call.Id);
        Assert.Equal(41, stored!.Version);
        Assert.Equal(Enumerable.Range(0, 30).Select(turn => $"слова {turn}"), stored.Turns.Select(turn => turn.Text));
        Assert.NotNull(stored.AcknowledgedBy);
        Assert.Equal(41, (await host.StagesAsync(call.Id)).Length);
    }

    [Fact]
    public async Task Two_hosts_that_change_one_call_lose_nothing()
    {
        await using var first = await StorageHost.StartAsync(database, settings: [Patient, ("Database:SeveralNodes", "true")]);
        await using var second = await StorageHost.StartAsync(database, settings: [Patient, ("Database:SeveralNodes", "true")]);
        var call = SampleCalls.Arrived(TimeProvider.System.GetUtcNow());
        await first.Recorder.OpenAsync(call, SampleCalls.Received(call));

        await second.Recorder.AcknowledgeAsync(call.Id);
        var told = await first.Recorder.SayAsync(call.Id, "помогите");

        Assert.True(told.Saved);
        var stored = await second.StoredAsync(call.Id);
        Assert.Equal(("aigerim", "помогите", 3), (stored!.AcknowledgedBy, stored.Transcript, stored.Version));
        Assert.Equal("aigerim", first.Feed.Current.Calls[call.Id].AcknowledgedBy);
    }

    [Fact]
    public async Task Many_calls_at_once_are_all_stored()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var call = SampleCalls.Arrived(SampleCalls.Noon.AddSeconds(number));
            Assert.True((await host.Recorder.OpenAsync(call, SampleCalls.Received(call))).Saved);
            Assert.True((await host.Recorder.SayAsync(call.Id, "алло")).Saved);
            Assert.True((await host.Recorder.EndAsync(call.Id)).Saved);
        }));

        await using var context = host.Context();
        Assert.Equal(200, await context.Calls.CountAsync(row => row.Status == "new" && row.Version == 3));
        Assert.Equal(600, await context.Events.CountAsync());
    }

    [Fact]
    public async Task An_unknown_call_is_said_to_be_unknown()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.Recorder.AcknowledgeAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_call_that_left_memory_is_read_and_changed_without_coming_back_to_the_board()
    {
        var call = SampleCalls.Arrived();
        await using (var earlier = await StorageHost.StartAsync(database, settings: Patient))
        {
            await earlier.Recorder.OpenAsync(call, SampleCalls.Received(call));
            await earlier.Recorder.EndAsync(call.Id, CallStatus.Closed);
            await earlier.StopAsync();
        }

        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var noted = await host.Recorder.RecordAsync(call.Id, state => state, state => CallEvent.Create(state, CallStages.Noted, SampleCalls.Noon, new { text = "x" }));

        Assert.True(noted.Saved);
        Assert.Empty(host.Feed.Current.Calls);
        Assert.Equal([CallStages.Received, CallStages.Closed, CallStages.Noted], await host.StagesAsync(call.Id));
    }

    [Fact]
    public async Task Hostile_texts_are_stored_and_do_not_stop_the_call()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var call = SampleCalls.Arrived(callerId: "'; DROP TABLE calls; --\0\ud800<script>");
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await host.Recorder.SayAsync(call.Id, "a\0b\ud83d\n\"quoted\" \\ 🚓");
        var broken = await host.Recorder.RecordAsync(
            call.Id, state => state, state => new CallEvent(Guid.CreateVersion7(), state.Id, SampleCalls.Noon, state.CallerId, CallStages.Noted, "no json {"));

        Assert.True(broken.Saved);
        var stored = await host.StoredAsync(call.Id);
        Assert.Equal("'; DROP TABLE calls; --\ufffd<script>", stored!.CallerId);
        Assert.Contains("🚓", stored.Transcript, StringComparison.Ordinal);
        Assert.Equal(3, (await host.StagesAsync(call.Id)).Length);
    }

    [Fact]
    public async Task Events_can_neither_be_changed_nor_deleted()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        var call = SampleCalls.Arrived();
        await host.Recorder.OpenAsync(call, SampleCalls.Received(call));

        var update = await Assert.ThrowsAnyAsync<Exception>(() => database.ExecuteAsync("UPDATE call_events SET stage = 'closed'"));
        var delete = await Assert.ThrowsAnyAsync<Exception>(() => database.ExecuteAsync("DELETE FROM call_events"));

        Assert.Contains("append only", update.Message, StringComparison.Ordinal);
        Assert.Contains("append only", delete.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_say_what_the_model_says()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);
        await using var context = host.Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task The_tables_have_exactly_the_promised_columns()
    {
        await using var host = await StorageHost.StartAsync(database, settings: Patient);

        await database.ExecuteAsync(
            "SELECT id, timestamp, caller_id, audio_path, transcript, ai_json, status, urgency, category, address, current_danger, people_involved, weapons, "
            + "recommended_department, summary, language, needs_human, channel, unique_id, answered_at, ended_at, duration_ms, version, is_test, acknowledged_by, "
            + "acknowledged_at, disposition, outcome FROM calls");
        await database.ExecuteAsync("SELECT id, call_id, timestamp, caller_id, stage, data FROM call_events");
    }
}
