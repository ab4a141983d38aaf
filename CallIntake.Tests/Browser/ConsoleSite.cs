using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Tests.Asterisk;
using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Browser;

/// <summary>The whole host with its own ports, database and recordings, for a browser to look at. Can be stopped and started again.</summary>
internal sealed class ConsoleSite : IAsyncDisposable
{
    public const string Password = "a long enough phrase";

    private readonly string _folder = Directory.CreateTempSubdirectory("callintake-console-").FullName;
    private readonly int _agi = TestPlaces.FreePort();
    private WebApplication? _app;

    public string Url { get; } = $"http://127.0.0.1:{TestPlaces.FreePort()}";

    public IServiceProvider Services => _app!.Services;

    public ICallRecorder Recorder => Services.GetRequiredService<ICallRecorder>();

    public string RecordingsFolder => Path.Combine(_folder, "recordings");

    public static async Task<ConsoleSite> StartAsync()
    {
        var site = new ConsoleSite();
        await site.StartAgainAsync();
        return site;
    }

    public async Task StartAgainAsync()
    {
        _app = HostFactory.Build(
        [
            $"--Console:Url={Url}",
            $"--Console:KeysPath={_folder}/keys",
            $"--Console:Administrator:Password={Password}",
            $"--Asterisk:Agi:Endpoint=127.0.0.1:{_agi}",
            $"--Database:ConnectionString=Data Source={_folder}/callintake.db",
            $"--Recordings:Path={RecordingsFolder}",
            "--Speech:Recognition:Chains:ru:0=scripted",
            "--Speech:Recognition:Chains:kk:0=scripted",
            "--Logging:LogLevel:Default=Warning",
        ]);
        await _app.StartAsync();
        await Services.GetRequiredService<CallStorageStatus>().WhenReady.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    public Task OpenAsync(Call call) => Recorder.OpenAsync(call, CallEvent.Create(call, CallStages.Received, call.StartedAt));

    public Task ChangeAsync(Guid id, Func<Call, Call> change, string stage) =>
        Recorder.RecordAsync(id, change, call => CallEvent.Create(call, stage, TimeProvider.System.GetUtcNow()));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
