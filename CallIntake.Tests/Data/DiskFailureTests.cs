using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Data;

/// <summary>Disks that cannot be written. The folder under a file stands for a read-only one, since root may write to any other.</summary>
public sealed class DiskFailureTests : IAsyncLifetime
{
    private static readonly (string, string) Impatient = ("Database:WriteDeadline", "00:00:00.500");

    private readonly SqliteTestDatabase _database = new();

    private string Blocked => Path.Combine(_database.Folder, "blocked");

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await File.WriteAllTextAsync(Blocked, "a file, not a folder");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_neither_the_host_nor_the_call()
    {
        await using var host = await StorageHost.StartAsync(_database, settings: [Impatient, ("Database:ConnectionString", "Data Source=blocked/calls.db")]);
        var call = SampleCalls.Arrived();

        var opened = await host.Recorder.OpenAsync(call, SampleCalls.Received(call));

        Assert.False(opened.Saved);
        Assert.True(host.Feed.Current.Calls.ContainsKey(call.Id));
        Assert.Contains("unable to open database file", host.Status.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(1, host.Status.UnsavedChanges);
        Assert.Equal(call.Id, (await host.Get<CallHistory>().FindAsync(call.Id, CancellationToken.None))!.Id);
        await Assert.ThrowsAsync<CallStorageException>(() => host.Get<CallHistory>().ListAsync(CallFilter.None, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_read_only_database_leaves_the_change_in_the_journal()
    {
        await MigrateAsync();
        await using var host = await StorageHost.StartAsync(
            _database, settings: [Impatient, ("Database:ConnectionString", "Data Source=data/calls.db;Mode=ReadOnly;Default Timeout=1")]);
        var call = SampleCalls.Arrived();

        var opened = await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        await Eventually.TrueAsync(() => host.Status.Problem?.Message.Contains("readonly", StringComparison.Ordinal) == true, "the cause is named");

        Assert.False(opened.Saved);
        Assert.Single(Directory.GetFiles(Path.Combine(_database.Folder, "data", "unsaved")));
    }

    [Theory]
    [InlineData(5, "database is locked")]
    [InlineData(8, "attempt to write a readonly database")]
    [InlineData(10, "disk I/O error")]
    [InlineData(11, "database disk image is malformed")]
    [InlineData(13, "database or disk is full")]
    [InlineData(14, "unable to open database file")]
    [InlineData(1, "no such table: calls")]
    public async Task Errors_of_the_file_are_told_from_errors_of_a_row(int code, string message)
    {
        await using var host = await StorageHost.StartAsync(_database);
        await using var context = host.Context();

        Assert.True(context.IsUnavailable(new InvalidOperationException("outer", new SqliteException(message, code))));
        Assert.False(context.IsUnavailable(new SqliteException("CHECK constraint failed", 19)));
    }

    [Fact]
    public async Task Without_database_and_journal_the_call_stays_in_memory_and_is_stored_later()
    {
        await MigrateAsync();
        await using var host = await StorageHost.StartAsync(_database, settings: [Impatient, ("Database:UnsavedPath", "blocked/unsaved")]);
        await _database.BreakAsync();
        var call = SampleCalls.Arrived();

        var opened = await host.Recorder.OpenAsync(call, SampleCalls.Received(call));
        Assert.False(opened.Saved);
        Assert.Equal(1, host.Status.UnsavedChanges);
        await _database.MendAsync();

        await Eventually.TrueAsync(async () => await host.StoredAsync(call.Id) is not null, "the call is stored");
        await Eventually.TrueAsync(() => host.Status.UnsavedChanges == 0, "nothing waits");
    }

    [Fact]
    public async Task One_call_that_the_database_refuses_does_not_hold_up_the_others()
    {
        await MigrateAsync();
        await using var host = await StorageHost.StartAsync(_database, settings: ("Database:WriteDeadline", "00:00:30"));
        await _database.ExecuteAsync("CREATE TRIGGER refuse BEFORE INSERT ON calls WHEN new.caller_id = 'bad' BEGIN SELECT RAISE(ABORT, 'refused'); END");
        var bad = SampleCalls.Arrived(callerId: "bad");
        var good = SampleCalls.Arrived();

        var both = await Task.WhenAll(host.Recorder.OpenAsync(bad, SampleCalls.Received(bad)), host.Recorder.OpenAsync(good, SampleCalls.Received(good)));

        Assert.Equal([false, true], both.Select(result => result.Saved));
        Assert.Null(host.Status.Problem);
        await _database.ExecuteAsync("DROP TRIGGER refuse");
        await Eventually.TrueAsync(async () => await host.StoredAsync(bad.Id) is not null, "the call is stored when the database takes it");
    }

    [Theory]
    [InlineData("Oracle", "Data Source=x", "Provider")]
    [InlineData("Sqlite", "Data Source=:memory:", "ConnectionString")]
    [InlineData("Sqlite", "Fantasy=1", "ConnectionString")]
    [InlineData("PostgreSQL", "Port=no", "ConnectionString")]
    [InlineData("PostgreSQL", "Port=5432", "ConnectionString")]
    public async Task A_wrong_setting_is_named(string provider, string connectionString, string key)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var host = await StorageHost.StartAsync(
                _database, settings: [("Database:Provider", provider), ("Database:ConnectionString", connectionString)]);
        });

        Assert.True(error is OptionsValidationException or InvalidOperationException);
        Assert.Contains($"Database:{key}", error.Message, StringComparison.Ordinal);
    }

    private async Task MigrateAsync()
    {
        await using var host = await StorageHost.StartAsync(_database);
        await host.StopAsync();
        SqliteConnection.ClearAllPools();
    }
}
