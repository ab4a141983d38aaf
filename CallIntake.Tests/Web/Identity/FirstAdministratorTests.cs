using System.Net;
using System.Text.RegularExpressions;
using CallIntake.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Web.Identity;

public sealed partial class FirstAdministratorTests
{
    [Fact]
    public async Task Without_a_configured_password_one_is_made_and_shown_once_and_never_logged()
    {
        using var log = new KeptLog();
        await using var host = await HostFixture.StartAsync(builder => builder.Logging.AddProvider(log), "--Console:Administrator:Password=");

        var shown = Shown().Matches(host.Terminal.ToString());
        var password = Assert.Single(shown).Groups[1].Value;
        using var client = await host.SignInAsync(password: password);
        using var answer = await client.GetAsync("/api/calls");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(password.Length >= 20);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_configured_password_is_used_and_not_shown()
    {
        await using var host = await HostFixture.StartAsync(customize: null);
        using var client = await host.SignInAsync();

        Assert.Equal(string.Empty, host.Terminal.ToString());
    }

    [GeneratedRegex(@"^\s+password\s+(\S+)", RegexOptions.Multiline, 1000)]
    private static partial Regex Shown();

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
