using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Data;
using Npgsql;

namespace CallIntake.Tests.Data;

/// <summary>
/// A PostgreSQL server of the test run's own, started from the machine's installation in a folder of its own. Where PostgreSQL is not
/// installed every test that needs it fails with the command that installs it.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const int FirstPort = 14_700;
    private const int Ports = 100;
    private const string Template = "migrated";
    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"callintake-postgres-{Guid.NewGuid():N}");
    private readonly string _bin = FindPrograms();
    private int _port;
    private int _databases;

    /// <summary>Connection string of a database of the server.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Timeout=120;Command Timeout=300;Maximum Pool Size=30";

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", _folder]);
        }

        await AsPostgresAsync($"{_bin}/initdb -D {_folder}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync");
        _port = FreePort();
        await StartAsync();
        try
        {
            await MakeTemplateAsync();
        }
        catch
        {
            // A fixture that could not be made is not disposed of; its server must not stay.
            await DisposeAsync();
            throw;
        }
    }

    public Task StartAsync() => AsPostgresAsync(
        $"{_bin}/pg_ctl -D {_folder}/data -w -l {_folder}/log -o '-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200' start");

    /// <summary>Stops at once, as a server that dies: connections break in the middle of what they do.</summary>
    public Task StopAsync() => AsPostgresAsync($"{_bin}/pg_ctl -D {_folder}/data -w -m immediate stop");

    /// <summary>Makes a database in which the migrations were run, and gives its name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"calls_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {Template}");
        return name;
    }

    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MakeTemplateAsync()
    {
        await ExecuteAsync("postgres", $"CREATE DATABASE {Template}");
        await using var context = new PostgresCallDbContext(CallDbContextOptions.Postgres(ConnectionString(Template) + ";Pooling=false"));
        await context.MigrateAsync(CancellationToken.None);
    }

    private static string FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':');
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed, and the storage is tested on it: apt-get install postgresql");
    }

    private static int FreePort()
    {
        for (var port = FirstPort; port < FirstPort + Ports; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one.
            }
        }

        throw new InvalidOperationException($"No free port from {FirstPort} to {FirstPort + Ports - 1}.");
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task AsPostgresAsync(string command) =>
        Environment.IsPrivilegedProcess ? RunAsync("su", ["postgres", "-c", command]) : RunAsync("sh", ["-c", command]);

    private async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        // The output goes to a file: the server inherits the handles, and a pipe would never end.
        var output = $"{_folder}.out";
        var quoted = string.Join(' ', arguments.Prepend(program).Select(argument => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"{quoted} > {output} 2>&1"]) { WorkingDirectory = "/" })!;
        using var limit = new CancellationTokenSource(CommandLimit);
        await process.WaitForExitAsync(limit.Token);
        var text = await File.ReadAllTextAsync(output);
        File.Delete(output);
        Assert.True(process.ExitCode == 0, $"{quoted} ended with {process.ExitCode}: {text}");
    }
}
