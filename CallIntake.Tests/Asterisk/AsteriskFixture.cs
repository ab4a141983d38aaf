using System.Globalization;
using System.Text.Json;

namespace CallIntake.Tests.Asterisk;

/// <summary>
/// One real Asterisk with the product's configuration, one operator's telephone, and one host with the real recogniser, for all tests of
/// this folder. They run one after the other: the SIP ports are fixed.
/// </summary>
public sealed class AsteriskFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "callintake-asterisk-" + Guid.NewGuid().ToString("N")[..8]);
    private int _callers;
    private int _hosts;
    private ShellProcess? _operator;
    private RealAsterisk? _asterisk;
    private EngineProcess? _host;
    private ConsoleClient? _console;

    internal RealAsterisk Asterisk => _asterisk!;

    internal EngineProcess Host => _host!;

    internal ConsoleClient Console => _console!;

    internal string Folder => _folder;

    internal string Recordings => Path.Combine(_folder, "recordings");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Recordings);
        _asterisk = await RealAsterisk.StartAsync(_folder, Recordings);
        _operator = Telephone.Operator();
        _host = await StartHostAsync();
        _console = await ConsoleClient.SignInAsync(_host);
    }

    /// <summary>A host of a test's own; the test disposes it.</summary>
    internal Task<EngineProcess> StartHostAsync(IReadOnlyDictionary<string, string>? settings = null) => EngineProcess.StartAsync(
        Path.Combine(_folder, "host-" + Interlocked.Increment(ref _hosts).ToString(CultureInfo.InvariantCulture)), Recordings, settings);

    /// <summary>Lets the calls from now on go to the common host.</summary>
    internal Task UseHostAsync() => Asterisk.UseEnginesAsync(Host.Agi, Nobody);

    /// <summary>A call to the common host, until the telephone itself is done; it must have ended as the options say.</summary>
    internal async Task PlaceCallAsync(string caller, string[] options)
    {
        await UseHostAsync();
        await using var telephone = Telephone.Dial(caller, options);
        Assert.True(await telephone.WaitAsync(Deadline.Call) == 0, telephone.Output + Host.Output);
    }

    /// <summary>A call to whatever engines Asterisk knows, until an operator has answered; returns when the call has ended.</summary>
    internal async Task TalkToOperatorAsync(string caller, string[] options, Func<Task>? meanwhile = null)
    {
        await using var telephone = Telephone.Dial(caller, [.. options, .. Telephone.Stays]);
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        await Asterisk.Logs.OperatorAnsweredAsync(caller);
        await Asterisk.HangUpAllAsync();
        await telephone.WaitAsync(Deadline.Call);
    }

    /// <summary>The row of a call that the machine has left.</summary>
    internal Task<JsonDocument> EndedCallAsync(string caller) => Console.CallOfAsync(caller, CallJson.HasEnded, "the end");

    /// <summary>The recording of the whole call.</summary>
    internal string CallRecording(JsonDocument call) => Path.Combine(Recordings, call.Text("audio_path")!);

    /// <summary>How loud a caller's turn is, all its pieces taken together.</summary>
    internal double LoudestInTurn(JsonDocument call, int turn) => Directory
        .EnumerateFiles(Path.GetDirectoryName(CallRecording(call))!, string.Create(CultureInfo.InvariantCulture, $"turn-{turn}*.wav"))
        .Max(path => TelephoneWav.LoudestSecond(path));

    /// <summary>A telephone number that no other call of this run has.</summary>
    internal string NewCaller() => "7701" + Interlocked.Increment(ref _callers).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>An address at which nobody listens.</summary>
    internal static string Nobody => $"127.0.0.1:{TestPlaces.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public async ValueTask DisposeAsync()
    {
        _console?.Dispose();
        foreach (var part in (IAsyncDisposable?[])[_operator, _host, _asterisk])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
