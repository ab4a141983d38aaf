using System.CommandLine;
using CallIntake.Web.Hosting;

namespace CallIntake.Web.Commands;

/// <summary>The host's services for a command, built when the first one is asked for; the host itself is not started.</summary>
internal sealed class CommandServices(string[] configuration) : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>The services. The host's logs below a warning are left out: a command's own progress is what matters.</summary>
    public IServiceProvider Get(ParseResult parsed) => (_app ??= HostFactory.Build(
        configuration,
        builder => builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter((_, level) => level >= LogLevel.Warning))).Services;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
