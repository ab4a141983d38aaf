using System.Text;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Export;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Data;

namespace CallIntake.Tests.Export;

public sealed class CallCsvExportTests : IAsyncLifetime
{
    private static readonly CallCsvFormat Almaty = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty"));

    private readonly SqliteTestDatabase _database = new();
    private StorageHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _host = await StorageHost.StartAsync(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_file_has_a_byte_order_mark_a_header_and_a_line_for_each_call()
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, "он бьёт меня\nпомогите, \"быстро\"; Қабанбай")]);

        var bytes = await WriteAsync(CallFilter.None, Almaty);
        var table = Parse(bytes, ',');

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "id,timestamp,caller_id,status,urgency,category,address,current_danger,people_involved,weapons,recommended_department,summary,transcript,language,"
            + "needs_human,answered_at,ended_at,duration_ms,acknowledged_by,acknowledged_at,disposition,outcome,is_test,channel,unique_id,audio_path",
            string.Join(',', table[0]));
        Assert.Equal(2, table.Count);
        Assert.Equal("2026-03-01T12:00:00+05:00", Cell(table, "timestamp"));
        Assert.Equal("+77011234567", Cell(table, "caller_id"));
        Assert.Equal("он бьёт меня\nпомогите, \"быстро\"; Қабанбай", Cell(table, "transcript"));
        Assert.Equal(("medium", "false", "2", "30000", "false"), (Cell(table, "urgency"), Cell(table, "current_danger"), Cell(table, "people_involved"), Cell(table, "duration_ms"), Cell(table, "is_test")));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public async Task Formulas_are_made_harmless_in_every_cell(string formula)
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, formula, call => call with
        {
            CallerId = formula,
            Channel = formula,
            AcknowledgedBy = formula,
            Record = SampleCalls.Record(address: formula, summary: formula),
        })]);

        var table = Parse(await WriteAsync(CallFilter.None, Almaty), ',');

        foreach (var column in (string[])["transcript", "caller_id", "channel", "acknowledged_by", "address", "summary"])
        {
            Assert.Equal("'" + formula, Cell(table, column));
        }
    }

    [Theory]
    [InlineData("+77011234567", "+77011234567")]
    [InlineData("+77011234567=1", "'+77011234567=1")]
    [InlineData("+7701123456712345", "'+7701123456712345")]
    [InlineData("102", "102")]
    [InlineData("", "")]
    public void Only_a_whole_international_number_keeps_its_plus(string number, string cell) => Assert.Equal(cell, CsvCell.Phone(number));

    [Fact]
    public async Task The_semicolon_divides_cells_where_it_is_asked_for()
    {
        await Seed.CallsAsync(_host, [Seed.Finished(SampleCalls.Noon, "a;b,c")]);

        var table = Parse(await WriteAsync(CallFilter.None, Almaty with { Separator = ';' }), ';');

        Assert.Equal("a;b,c", Cell(table, "transcript"));
    }

    [Fact]
    public async Task The_filter_decides_what_is_written_and_progress_is_told()
    {
        await Seed.CallsAsync(_host, Enumerable.Range(0, 2_300).Select(number => Seed.Finished(
            SampleCalls.Noon.AddSeconds(number), "алло", call => call with { Record = SampleCalls.Record(number % 2 == 0 ? Urgency.High : Urgency.Low) })));
        Progress progress = new();

        using var output = new MemoryStream();
        var written = await _host.Get<CallCsvExport>().WriteAsync(output, new CallFilter { Urgencies = [Urgency.High] }, Almaty, progress, CancellationToken.None);

        Assert.Equal(1_150, written);
        Assert.Equal([500, 1_000, 1_150], progress.Reports);
        var table = Parse(output.ToArray(), ',');
        Assert.Equal(1_151, table.Count);
        Assert.Equal(1_150, table.Skip(1).Select(line => line[0]).Distinct().Count());
        Assert.All(table.Skip(1), line => Assert.Equal("high", line[4]));
    }

    [Fact]
    public async Task An_empty_result_is_a_header()
    {
        Assert.Single(Parse(await WriteAsync(CallFilter.None, Almaty), ','));
    }

    [Fact]
    public void The_name_of_the_file_names_the_filter()
    {
        var now = SampleCalls.Noon;
        Assert.Equal("calls_all_2026-03-01.csv", CallCsvName.Of(CallFilter.None, Almaty.Zone, now));
        Assert.Equal(
            "calls_2026-02-01_2026-02-07_critical-high_theft_new_Полиция_kk_human_no-test_Сатпаева-90-x.csv",
            CallCsvName.Of(
                new CallFilter
                {
                    Urgencies = [Urgency.High, Urgency.Critical],
                    Categories = ["theft"],
                    Statuses = [CallStatus.New],
                    Departments = [Departments.Police],
                    Languages = ["kk"],
                    NeedsHuman = true,
                    IsTest = false,
                    Text = "Сатпаева, 90 ../\"x",
                    From = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(5)),
                    To = new DateTimeOffset(2026, 2, 8, 0, 0, 0, TimeSpan.FromHours(5)),
                },
                Almaty.Zone,
                now));
        Assert.True(CallCsvName.Of(new CallFilter { Text = new string('я', 500) }, Almaty.Zone, now).Length <= 104);
    }

    private async Task<byte[]> WriteAsync(CallFilter filter, CallCsvFormat format)
    {
        using var output = new MemoryStream();
        await _host.Get<CallCsvExport>().WriteAsync(output, filter, format, null, CancellationToken.None);
        return output.ToArray();
    }

    private static string Cell(List<List<string>> table, string column) => table[1][table[0].IndexOf(column)];

    /// <summary>RFC 4180, apart from the library that writes.</summary>
    private static List<List<string>> Parse(byte[] bytes, char separator)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(3));
        List<List<string>> lines = [];
        List<string> line = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '"')
            {
                if (quoted && index + 1 < text.Length && text[index + 1] == '"')
                {
                    cell.Append('"');
                    index++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (!quoted && (character == separator || character == '\n'))
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (character == '\n')
                {
                    lines.Add(line);
                    line = [];
                }
            }
            else if (quoted || character != '\r')
            {
                cell.Append(character);
            }
        }

        Assert.False(quoted);
        Assert.All(lines, parsed => Assert.Equal(lines[0].Count, parsed.Count));
        return lines;
    }

    private sealed class Progress : IProgress<int>
    {
        public List<int> Reports { get; } = [];

        public void Report(int value) => Reports.Add(value);
    }
}
