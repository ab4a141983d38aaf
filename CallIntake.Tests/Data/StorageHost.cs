using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Export;
using CallIntake.Engine.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CallIntake.Tests.Data;

/// <summary>The storage as a host runs it: the same registration, options and hosted services.</summary>
public sealed class StorageHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StorageHost(TestDatabase database, TimeProvider? time, (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> configuration = new()
        {
            ["Database:Provider"] = database.Provider,
            ["Database:ConnectionString"] = database.ConnectionString,
            ["Database:MaximumRetryDelay"] = "00:00:00.100",
        };
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddSingleton(new ContentPaths(database.Folder))
            .AddSingleton(time ?? TimeProvider.System)
            .AddLogging();
        services.AddCallStorage().AddExport();
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public ICallRecorder Recorder => Get<ICallRecorder>();

    public CallFeed Feed => Get<CallFeed>();

    public CallStorageStatus Status => Get<CallStorageStatus>();

    /// <summary>A host whose hosted services run.</summary>
    public static async Task<StorageHost> StartAsync(TestDatabase database, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var host = new StorageHost(database, time, settings);
        foreach (var service in host._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return host;
    }

    public T Get<T>()
        where T : notnull =>
        _services.GetRequiredService<T>();

    public CallDbContext Context() => Get<IDbContextFactory<CallDbContext>>().CreateDbContext();

    /// <summary>What the database has of a call.</summary>
    public async Task<Call?> StoredAsync(Guid callId)
    {
        await using var context = Context();
        return await CallReader.FindAsync(context, callId, CancellationToken.None);
    }

    /// <summary>Stages of the stored events of a call, in order.</summary>
    public async Task<string[]> StagesAsync(Guid callId)
    {
        await using var context = Context();
        return [.. (await CallReader.EventsAsync(context, callId, CancellationToken.None)).Select(callEvent => callEvent.Stage)];
    }

    /// <summary>An orderly end.</summary>
    public async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await DisposeAsync();
    }

    /// <summary>Without <see cref="StopAsync"/>, a crash: nothing more is written.</summary>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
