using System.CommandLine;
using CallIntake.Engine.Data;
using CallIntake.Tests.Support;
using CallIntake.Web.Commands;

namespace CallIntake.Tests.Web.Commands;

[Collection(HostGroup.Name)]
public sealed class HostCommandsTests(HostFixture host) : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task An_account_made_on_the_command_line_signs_in_with_the_printed_password()
    {
        var name = $"Айгерим-{Guid.NewGuid():N}";

        Assert.Equal(0, await RunAsync("user", "add", name, "--role", Roles.Supervisor));
        var password = _output.ToString().Trim();
        using var client = await host.SignInAsync(name, password);
        using var csv = await client.GetAsync("/api/calls.csv?limit=x");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, csv.StatusCode);
        Assert.DoesNotContain(password, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_exists_once_and_is_listed_with_its_role()
    {
        var name = $"dispatcher-{Guid.NewGuid():N}";
        Assert.Equal(0, await RunAsync("user", "add", name, "--role", Roles.Dispatcher));
        Assert.Equal(1, await RunAsync("user", "add", name, "--role", Roles.Dispatcher));
        Assert.Equal(0, await RunAsync("user", "list"));

        Assert.Contains($"{name}\t{Roles.Dispatcher}", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("taken", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_password_replaces_the_old_one_and_an_unknown_name_is_refused()
    {
        var name = await host.AddAsync(Roles.Dispatcher);
        Assert.Equal(0, await RunAsync("user", "password", name));
        using var client = await host.SignInAsync(name, _output.ToString().Trim());
        using var old = host.CreateClient();
        using var refused = await old.PostLoginAsync(name, HostFixture.Password);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(1, await RunAsync("user", "password", "nobody"));
        Assert.Contains("nobody", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_role_is_wrong_use()
    {
        var parsed = Root(host).Parse(["user", "add", "somebody", "--role", "king"]);

        Assert.NotEmpty(parsed.Errors);

    }

    [Fact]
    public async Task An_export_writes_the_filter_to_a_file()
    {
        var word = "выгрузка" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiDigit).Take(8));
        var wanted = await host.StoreAsync(StoredCalls.Sample(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), $"Шум {word}"));
        await host.StoreAsync(StoredCalls.Sample(new DateTimeOffset(2026, 6, 2, 1, 0, 0, TimeSpan.Zero), $"Шум {word}"));

        var code = await RunAsync("export", "--q", word, "--urgency", "low", "medium", "--from", "2026-06-01", "--to", "2026-06-01", "--separator", ";", "--out", _file);
        var lines = (await File.ReadAllTextAsync(_file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(0, code);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{wanted.Id};", lines[1], StringComparison.Ordinal);
        Assert.Contains("1 calls", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_filter_of_an_export_is_wrong_use_and_named()
    {
        Assert.Equal(2, await RunAsync("export", "--urgency", "urgent", "--needs-human", "maybe"));
        Assert.Contains("--urgency", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("--needs-human", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_has_a_line_for_every_part()
    {
        var code = await RunAsync("doctor");
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(0, code);
        Assert.All(lines, line => Assert.Matches("^(ok|warn|fail) +\\S", line));
        foreach (var part in new[] { "configuration", "database", "disk", "hears kk scripted", "hears ru scripted", "keys", "language model", "port agi", "port console", "prompts", "recordings", "speaks kk espeak", "speaks ru espeak", "triage" })
        {
            Assert.Contains(lines, line => line[6..].StartsWith(part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_doctor_fails_for_a_first_choice_that_cannot_work_and_warns_of_a_later_one()
    {
        await using var own = await HostFixture.StartAsync(
            null,
            "--Speech:Recognition:Chains:ru:0=gigaam", "--Speech:Recognition:Chains:ru:1=google", "--Speech:Gigaam:Folder=/nowhere",
            "--Speech:Synthesis:Chains:kk:0=espeak", "--Speech:Synthesis:Chains:kk:1=command",
            "--Triage:LanguageModel:Backend=compatible", "--Triage:LanguageModel:Endpoint=http://127.0.0.1:1/v1");

        Assert.Equal(1, await RunAsync(own, "doctor"));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var expected in new[] { "fail  hears ru gigaam ", "warn  hears ru google ", "ok    hears kk scripted ", "ok    speaks kk espeak ", "warn  speaks kk command ", "warn  language model " })
        {
            Assert.Contains(lines, line => line.StartsWith(expected, StringComparison.Ordinal));
        }
    }

    private static RootCommand Root(HostFixture host) => new("test")
    {
        UserCommand.Create(_ => host.Services),
        ExportCommand.Create(_ => host.Services),
        DoctorCommand.Create(_ => host.Services),
    };

    private Task<int> RunAsync(params string[] arguments) => RunAsync(host, arguments);

    private Task<int> RunAsync(HostFixture running, params string[] arguments)
    {
        var parsed = Root(running).Parse(arguments);
        Assert.Empty(parsed.Errors);
        return parsed.InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error, EnableDefaultExceptionHandler = false });
    }
}
