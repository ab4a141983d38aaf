using System.Diagnostics;
using System.Globalization;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Export;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Data;

/// <summary>
/// Measures the history on a large archive and the recorder under load. Not part of a normal run; the number of calls comes from
/// CALLINTAKE_BENCH_CALLS (100,000 where it is not set), the table goes to the file CALLINTAKE_BENCH_REPORT. <c>docs/benchmarks/storage.md</c> says how to run it.
/// </summary>
public abstract class StorageBenchmark(TestDatabase database, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Streets = ["Сатпаева", "Қабанбай батыр", "Абая", "Байтұрсынов", "Момышұлы", "Иманова", "Тәуелсіздік", "Сейфуллина", "Жандосова", "Пушкина"];

    private static readonly string[] Words =
    [
        "помогите", "муж бьёт", "ломает дверь", "украли телефон", "соседи шумят", "машина сбила пешехода", "ұрлап кетті", "көмектесіңіз", "төбелес болып жатыр",
        "пьяный водитель", "пропал ребёнок", "угрожает ножом", "горит квартира", "көрші айқайлап жатыр", "подозрительный мужчина во дворе",
    ];

    private readonly int _count = int.Parse(Environment.GetEnvironmentVariable("CALLINTAKE_BENCH_CALLS") ?? "100000", CultureInfo.InvariantCulture);
    private StorageHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        _host = await StorageHost.StartAsync(database, settings: ("Database:WriteDeadline", "00:01:00"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact(Explicit = true)]
    public async Task Reading_a_large_archive()
    {
        await TimeAsync($"seeding {_count:N0} calls", () => Seed.CallsAsync(_host, Archive()), runs: 1);
        await database.ExecuteAsync("ANALYZE");
        var history = _host.Get<CallHistory>();
        var from = SampleCalls.Noon.AddSeconds(-30 * _count / 2);
        Dictionary<string, CallFilter> filters = new()
        {
            ["no filter"] = CallFilter.None,
            ["critical"] = new() { Urgencies = [Urgency.Critical] },
            ["critical, high"] = new() { Urgencies = [Urgency.Critical, Urgency.High] },
            ["three categories"] = new() { Categories = ["theft", "domestic", "bomb_threat"] },
            ["not closed"] = new() { Statuses = [CallStatus.New, CallStatus.Acknowledged] },
            ["kk, needs a human, not a test"] = new() { Languages = ["kk"], NeedsHuman = true, IsTest = false },
            ["critical theft in kk for МЧС"] = new() { Urgencies = [Urgency.Critical], Categories = ["theft"], Languages = ["kk"], Departments = [Departments.Rescue] },
            ["one day"] = new() { From = from, To = from.AddDays(1) },
            ["common word (сатпаева)"] = new() { Text = "сатпаева" },
            ["rare word (house and flat)"] = new() { Text = "дом 17 квартира 4711" },
            ["common word, critical"] = new() { Text = "помогите", Urgencies = [Urgency.Critical] },
            ["part of a number"] = new() { Text = "7010004711" },
            ["word that is nowhere"] = new() { Text = "щщщы" },
            ["two letters (үй)"] = new() { Text = "үй" },
            ["two letters that are nowhere"] = new() { Text = "щы" },
        };
        foreach (var (name, filter) in filters)
        {
            await TimeAsync($"list: {name}", () => history.ListAsync(filter, null, 50, CancellationToken.None));
            await TimeAsync($"page: {name}", () => history.PageAsync(filter, CallSort.Time, descending: true, 0, 50, CancellationToken.None));
        }

        await TimeAsync("page by urgency", () => history.PageAsync(CallFilter.None, CallSort.Urgency, descending: true, 0, 50, CancellationToken.None));
        await TimeAsync("page by duration", () => history.PageAsync(CallFilter.None, CallSort.Duration, descending: true, 0, 50, CancellationToken.None));
        await TimeAsync("page by duration, critical, high", () => history.PageAsync(filters["critical, high"], CallSort.Duration, true, 0, 50, CancellationToken.None));
        await TimeAsync("page 200", () => history.PageAsync(CallFilter.None, CallSort.Time, descending: true, 9_950, 50, CancellationToken.None));
        var cursor = new CallCursor(from, Guid.Empty);
        await TimeAsync("list after half of all", () => history.ListAsync(CallFilter.None, cursor, 50, CancellationToken.None));
        await ExportAsync();
    }

    [Fact(Explicit = true)]
    public async Task Recording_calls_at_once()
    {
        const int Calls = 1_000;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (number, _) =>
        {
            var call = SampleCalls.Arrived(SampleCalls.Noon.AddSeconds(number));
            await _host.Recorder.OpenAsync(call, SampleCalls.Received(call));
            for (var turn = 0; turn < 4; turn++)
            {
                await _host.Recorder.SayAsync(call.Id, Words[turn], turn);
                await _host.Recorder.JudgeAsync(call.Id, SampleCalls.Record());
            }

            await _host.Recorder.EndAsync(call.Id);
        });
        Write($"| {Calls} calls of 10 changes, 100 at once: changes a second | {Calls * 10 / watch.Elapsed.TotalSeconds:N0} | |");
    }

    private static Call Past(int number, int age, Random random)
    {
        var category = Categories.All[number % 40 % Categories.All.Count];
        var text = $"{Words[random.Next(Words.Length)]}, улица {Streets[random.Next(Streets.Length)]} дом {random.Next(200)}, квартира {number}, {Words[random.Next(Words.Length)]}";
        return Seed.Finished(SampleCalls.Noon.AddSeconds(-30.0 * age), text, call => call with
        {
            CallerId = $"+7701{number:D7}",
            Status = number % 50 == 0 ? CallStatus.New : CallStatus.Closed,
            AcknowledgedBy = "aigerim",
            AcknowledgedAt = call.StartedAt,
            EndedAt = call.StartedAt.AddSeconds(random.Next(10, 300)),
            IsTest = number % 100 == 0,
            Record = SampleCalls.Record((Urgency)(number % 20 == 0 ? 3 : number % 3), category, text, $"{Words[number % Words.Length]}.", number % 3 == 0 ? "kk" : "ru") with
            {
                NeedsHuman = number % 4 == 0,
                RecommendedDepartment = Departments.All[number % 16 == 0 ? 2 : 0],
            },
        });
    }

    private IEnumerable<Call> Archive()
    {
        var random = new Random(1);
        return Enumerable.Range(0, _count).Select(number => Past(number, _count - number, random));
    }

    private async Task ExportAsync()
    {
        await using var file = File.Create(Path.Combine(database.Folder, "calls.csv"));
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        var progress = new Peak(() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)));
        var watch = Stopwatch.StartNew();
        var rows = await _host.Get<CallCsvExport>().WriteAsync(file, CallFilter.None, new CallCsvFormat(TimeZoneInfo.Utc), progress, CancellationToken.None);
        Write($"| export of {rows:N0} rows, {file.Length / 1e6:N0} MB, managed memory {(peak - before) / 1e6:N0} MB above the start at most | {watch.Elapsed.TotalMilliseconds:N1} | |");
    }

    /// <summary>A line of the table: what, shortest and median in milliseconds.</summary>
    private void Write(string line)
    {
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("CALLINTAKE_BENCH_REPORT") is { Length: > 0 } report)
        {
            File.AppendAllText(report, line + Environment.NewLine);
        }
    }

    private Task TimeAsync<T>(string what, Func<Task<T>> work) => TimeAsync(what, (Func<Task>)work, runs: 5);

    private async Task TimeAsync(string what, Func<Task> work, int runs)
    {
        List<double> times = [];
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Write($"| {what} | {times[0]:N1} | {times[times.Count / 2]:N1} |");
    }

    private sealed class Peak(Action look) : IProgress<int>
    {
        public void Report(int value) => look();
    }
}
