using System.Security.Claims;
using CallIntake.Engine.Diagnostics;
using CallIntake.Tests.Agi;
using CallIntake.Tests.Support;
using CallIntake.Web.Identity;
using CallIntake.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Web.Live;

public sealed class PartsMonitorTests
{
    [Fact]
    public async Task A_call_that_was_heard_before_the_first_console_is_known_and_the_end_of_the_host_is_quiet()
    {
        using var log = new CollectedLog();
        var host = await HostFixture.StartAsync(builder => builder.Logging.AddProvider(log));
        host.Services.GetRequiredService<EngineMetrics>().Recognized("scripted", TimeSpan.FromSeconds(0.6), TimeSpan.FromSeconds(2));
        var (monitor, check) = (host.Services.GetRequiredService<PartsMonitor>(), host.Services.GetRequiredService<SignInCheck>());
        Assert.NotNull(monitor.LastRecognition);
        await host.DisposeAsync();

        // A circuit may end after the host's services.
        await monitor.LookAsync(CancellationToken.None);
        Assert.True(await check.IsValidAsync(new ClaimsPrincipal(), CancellationToken.None));
        Assert.DoesNotContain(log.Entries, entry => entry.Exception is ObjectDisposedException);
    }
}
