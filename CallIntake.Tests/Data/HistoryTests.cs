using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CallIntake.Tests.Data;

/// <summary>Reading stored calls, on each database.</summary>
public abstract class HistoryTests(TestDatabase database) : IAsyncLifetime
{
    private StorageHost _host = null!;

    protected StorageHost Host => _host;

    protected TestDatabase Database => database;

    private CallHistory History => _host.Get<CallHistory>();

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        _host = await StorageHost.StartAsync(database, settings: ("Database:WriteDeadline", "00:00:30"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Pages_are_complete_and_without_doubles_even_among_calls_of_one_moment()
    {
        Call[] calls = [.. Enumerable.Range(0, 57).Select(number => Seed.Finished(SampleCalls.Noon.AddSeconds(number / 10), "алло"))];
        await Seed.CallsAsync(_host, calls);

        List<Guid> seen = [];
        CallCursor? after = null;
        while (await History.ListAsync(CallFilter.None, after, 7, CancellationToken.None) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(call => call.Id));
            after = CallCursor.Parse(new CallCursor(page[^1].StartedAt, page[^1].Id).ToString());
            Assert.NotNull(after);
        }

        Assert.Equal(calls.OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Id.ToString()).Select(call => call.Id), seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("AAAA")]
    [InlineData("________________________________________________________________________________")]
    [InlineData("/////////////////////////////////w")]
    public void A_cursor_that_is_none_is_refused(string text) => Assert.Null(CallCursor.Parse(text));

    [Fact]
    public async Task Every_filter_gives_the_calls_it_names()
    {
        var languages = new[] { "ru", "kk", "mixed" };
        Call[] calls = [.. Enumerable.Range(0, 120).Select(number => Seed.Finished(SampleCalls.Noon.AddMinutes(number), "алло", call => call with
        {
            Status = (CallStatus)(number % 9),
            IsTest = number % 7 == 0,
            Record = SampleCalls.Record((Urgency)(number % 4), Categories.All[number % 5], language: languages[number % 3]) with
            {
                NeedsHuman = number % 2 == 0,
                RecommendedDepartment = Departments.All[number % 4],
                AlsoNotify = number % 3 == 0 ? [Departments.All[(number + 2) % 4], Departments.Rescue] : [],
            },
        }))];
        await Seed.CallsAsync(_host, calls);

        await SameAsync(new() { Urgencies = [Urgency.Critical, Urgency.High] }, call => call.Urgency >= Urgency.High);
        await SameAsync(new() { Urgencies = [Urgency.Low] }, call => call.Urgency == Urgency.Low);
        await SameAsync(new() { Categories = ["theft", "robbery"] }, call => call.Effective!.Category is "theft" or "robbery");
        await SameAsync(new() { Statuses = [CallStatus.Closed, CallStatus.InProgress] }, call => call.Status is CallStatus.Closed or CallStatus.InProgress);
        await SameAsync(new() { Departments = [Departments.Rescue] }, call => Concerns(call, Departments.Rescue));
        await SameAsync(new() { Departments = [Departments.Administration, Departments.Police] }, call => Concerns(call, Departments.Administration) || Concerns(call, Departments.Police));
        await SameAsync(new() { Languages = ["kk"] }, call => call.Effective!.Language == "kk");
        await SameAsync(new() { NeedsHuman = true }, call => call.Effective!.NeedsHuman);
        await SameAsync(new() { IsTest = false }, call => !call.IsTest);
        var (from, to) = (SampleCalls.Noon.AddMinutes(10).ToOffset(TimeSpan.FromHours(5)), SampleCalls.Noon.AddMinutes(20));
        await SameAsync(new() { From = from, To = to }, call => call.StartedAt >= from && call.StartedAt < to);
        await SameAsync(
            new() { Urgencies = [Urgency.Critical], NeedsHuman = false, Languages = ["ru", "mixed"], From = from, Text = "алло" },
            call => call.Urgency == Urgency.Critical && !call.Effective!.NeedsHuman && call.Effective.Language != "kk" && call.StartedAt >= from);

        static bool Concerns(Call call, string department) =>
            call.Effective!.RecommendedDepartment == department || call.Effective.AlsoNotify.Contains(department);

        async Task SameAsync(CallFilter filter, Func<Call, bool> expected)
        {
            var found = await History.ListAsync(filter, null, 200, CancellationToken.None);
            var page = await History.PageAsync(filter, CallSort.Time, descending: true, 0, 200, CancellationToken.None);
            Guid[] ids = [.. calls.Where(expected).Reverse().Select(call => call.Id)];
            Assert.NotEmpty(ids);
            Assert.Equal(ids, found.Select(call => call.Id));
            Assert.Equal(ids, page.Calls.Select(call => call.Id));
            Assert.Equal((ids.Length, false), (page.Total, page.IsCapped));
        }
    }

    [Fact]
    public async Task Calls_stored_before_the_departments_had_a_column_are_found_by_them()
    {
        Call[] calls = [.. Departments.All.Append(null).Select((name, number) => Seed.Finished(SampleCalls.Noon.AddMinutes(number), "алло", call => call with
        {
            Record = number == 1 ? null : SampleCalls.Record() with { RecommendedDepartment = name, AlsoNotify = number == 4 ? [Departments.Ambulance, Departments.Police] : [] },
        }))];
        await Seed.CallsAsync(_host, calls);
        await using var context = _host.Context();
        var migrator = context.GetService<IMigrator>();

        await migrator.MigrateAsync("Initial");
        await migrator.MigrateAsync();

        Assert.Equal([calls[4].Id, calls[0].Id], await FoundAsync(Departments.Police));
        Assert.Equal([calls[4].Id], await FoundAsync(Departments.Ambulance));
        Assert.Equal([calls[2].Id], await FoundAsync(Departments.Rescue));

        async Task<IEnumerable<Guid>> FoundAsync(string department) =>
            (await History.ListAsync(new CallFilter { Departments = [department] }, null, 10, CancellationToken.None)).Select(call => call.Id);
    }

    [Fact]
    public async Task The_table_is_sorted_by_severity_and_by_length()
    {
        Urgency[] urgencies = [Urgency.Low, Urgency.Critical, Urgency.Medium, Urgency.High, Urgency.Critical];
        Call[] calls = [.. urgencies.Select((urgency, number) => Seed.Finished(SampleCalls.Noon.AddMinutes(number), "алло", call => call with
        {
            Record = SampleCalls.Record(urgency),
            EndedAt = number == 4 ? null : call.StartedAt.AddSeconds(10 * (number + 1)),
        }))];
        await Seed.CallsAsync(_host, calls);

        Assert.Equal("4 1 3 2 0", await OrderAsync(CallSort.Urgency, descending: true));
        Assert.Equal("0 2 3 1 4", await OrderAsync(CallSort.Urgency, descending: false));
        Assert.Equal("3 2 1 0 4", await OrderAsync(CallSort.Duration, descending: true));
        Assert.Equal("4 0 1 2 3", await OrderAsync(CallSort.Duration, descending: false));
        Assert.Equal("0 1 2 3 4", await OrderAsync(CallSort.Time, descending: false));
        var second = await History.PageAsync(CallFilter.None, CallSort.Time, descending: true, 2, 2, CancellationToken.None);
        Assert.Equal([calls[2].Id, calls[1].Id], second.Calls.Select(call => call.Id));
        Assert.Equal(5, second.Total);

        async Task<string> OrderAsync(CallSort sort, bool descending) =>
            string.Join(' ', (await History.PageAsync(CallFilter.None, sort, descending, 0, 10, CancellationToken.None)).Calls
                .Select(item => Array.FindIndex(calls, call => call.Id == item.Id)));
    }

    [Theory]
    [InlineData("ӘЛИЯ", "әлия ханымның үйі")]
    [InlineData("әлия", "ӘЛИЯ ХАНЫМ")]
    [InlineData("ҚАБАНБАЙ", "қабанбай батыр")]
    [InlineData("кабанбай", "Қабанбай батыр")]
    [InlineData("Қабанбай", "улица Кабанбай батыра")]
    [InlineData("семёнов", "гражданин СЕМЕНОВ")]
    [InlineData("СЕМЕНОВ", "гражданин Семёнов")]
    [InlineData("ұрлап үй", "Үйіме ұрлап кірді")]
    [InlineData("пешех", "сбили ПЕШЕХОДА")]
    [InlineData("он", "он тут")]
    [InlineData("үй", "менің үйім")]
    [InlineData("он дверь", "ломает дверь, он пьян")]
    [InlineData("5/1", "дом 5/1")]
    [InlineData("100%", "даю 100% что это он")]
    [InlineData("\"тихо\"", "кричит \"тихо\" и бьёт")]
    [InlineData("йод", "и\u0306од")]
    public async Task Words_are_found_whatever_their_letters(string query, string text)
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, text), Seed.Finished(SampleCalls.Noon, "совсем другое")]);

        var found = await History.PageAsync(new CallFilter { Text = query }, CallSort.Time, true, 0, 10, CancellationToken.None);

        Assert.Equal([text], found.Calls.Select(call => call.Transcript));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\" OR \"")]
    [InlineData("алло* NEAR(алло)")]
    [InlineData("алло AND NOT")]
    [InlineData("ал_о")]
    [InlineData("%%%")]
    [InlineData("\\")]
    [InlineData("text:алло")]
    [InlineData("^алло")]
    [InlineData("\0\ud800")]
    public async Task Signs_of_query_languages_are_only_letters(string query)
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, "алло")]);

        var found = await History.PageAsync(new CallFilter { Text = query }, CallSort.Time, true, 0, 10, CancellationToken.None);

        Assert.Equal(0, found.Total);
    }

    [Theory]
    [InlineData("+7 (701) 123-45-67")]
    [InlineData("8 701 123 45 67")]
    [InlineData("7011234567")]
    [InlineData("123 45 67")]
    [InlineData("+77011234567")]
    public async Task A_number_is_found_however_it_is_written(string query)
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, "алло"), Seed.Finished(SampleCalls.Noon, "алло", call => call with { CallerId = "+77479998877" })]);

        var found = Assert.Single(await History.ListAsync(new CallFilter { Text = query }, null, 10, CancellationToken.None));

        Assert.Equal("+77011234567", found.CallerId);
    }

    [Fact]
    public async Task Search_follows_what_is_said_and_corrected_later()
    {
        var call = SampleCalls.Arrived();
        await _host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await _host.Recorder.SayAsync(call.Id, "помогите");
        await _host.Recorder.JudgeAsync(call.Id, SampleCalls.Record(address: "улица Абая, 1"));
        var correction = new Correction("address", "улица Абая, 1", "улица Иманова, 19", "aigerim", call.StartedAt);
        await _host.Recorder.RecordAsync(
            call.Id, state => state with { Corrections = [correction] }, state => CallEvent.Create(state, CallStages.Corrected, call.StartedAt, new { correction }));

        Assert.Single(await History.ListAsync(new CallFilter { Text = "иманова помогите" }, null, 10, CancellationToken.None));
        Assert.Empty(await History.ListAsync(new CallFilter { Text = "абая" }, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Common_and_rare_words_are_found_among_many_calls()
    {
        var calls = Enumerable.Range(0, 5_200).Select(number => Seed.Finished(SampleCalls.Noon.AddSeconds(number), $"улица дом {number}"));
        await Seed.CallsAsync(_host, calls);

        var rare = await History.PageAsync(new CallFilter { Text = "дом 4711" }, CallSort.Time, true, 0, 10, CancellationToken.None);
        var common = await History.PageAsync(new CallFilter { Text = "УЛИЦА" }, CallSort.Time, true, 0, 10, CancellationToken.None);
        var count = 0;
        HashSet<Guid> ids = [];
        await foreach (var call in History.StreamAsync(new CallFilter { Text = "улица" }, CancellationToken.None))
        {
            count++;
            ids.Add(call.Id);
        }

        Assert.Equal(1, rare.Total);
        Assert.Equal((5_200, "улица дом 5199"), (common.Total, common.Calls[0].Transcript));
        Assert.Equal((5_200, 5_200), (count, ids.Count));
    }

    [Fact]
    public async Task A_call_its_events_and_its_neighbours_are_read()
    {
        Call[] calls = [.. Enumerable.Range(0, 3).Select(number => Seed.Finished(SampleCalls.Noon.AddMinutes(number), "алло"))];
        await Seed.CallsAsync(_host, calls);
        await _host.Recorder.SayAsync(calls[1].Id, "ещё", 1);

        var found = await History.FindAsync(calls[1].Id, CancellationToken.None);
        var events = await History.EventsAsync(calls[1].Id, CancellationToken.None);

        Assert.Equal("ещё", found!.Turns[^1].Text);
        Assert.Equal([CallStages.Received, CallStages.Transcribed], events.Select(callEvent => callEvent.Stage));
        Assert.Equal(new NeighbouringCalls(calls[0].Id, calls[2].Id), await History.NeighboursAsync(calls[1].Id, CancellationToken.None));
        Assert.Equal(new NeighbouringCalls(null, calls[1].Id), await History.NeighboursAsync(calls[0].Id, CancellationToken.None));
        Assert.Equal(default, await History.NeighboursAsync(Guid.CreateVersion7(), CancellationToken.None));
        Assert.Null(await History.FindAsync(Guid.CreateVersion7(), CancellationToken.None));
        Assert.Empty(await History.EventsAsync(Guid.CreateVersion7(), CancellationToken.None));
    }
}
