using System.Text;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Agi;

/// <summary>Strangers and broken exchanges on the real port: each is closed, nothing is thrown about, and the next call works.</summary>
public sealed class HostilePeerTests
{
    private static readonly (string Key, string Value)[] ShortTimes = [("FirstLineTimeout", "00:00:02"), ("RequestTimeout", "00:00:02")];

    public static TheoryData<string, byte[]> Attacks => new()
    {
        { "nothing at all", [] },
        { "half a header", "agi_network: yes\nagi_requ"u8.ToArray() },
        { "a header without end", Encoding.UTF8.GetBytes(ScriptedAsterisk.Block()[..^1]) },
        { "an empty block", "\n"u8.ToArray() },
        { "a line of a megabyte", [.. "agi_request: "u8, .. Enumerable.Repeat((byte)'x', 1_048_576)] },
        { "ten thousand headers", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_000).Select(number => $"agi_arg_{number}: x\n")) + "\n") },
        { "binary", Noise(65_536) },
        { "zeros", new byte[100_000] },
        { "HTTP", "GET /intake HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "TLS", [0x16, 0x03, 0x01, 0x00, 0xA5, 0x01, 0x00, 0x00, 0xA1, 0x03, 0x03] },
        { "wrong UTF-8", [0xC3, 0x28, 0xFF, 0xFE, (byte)'\n', 0xED, 0xA0, 0x80, (byte)'\n', (byte)'\n'] },
        { "only HANGUP", "HANGUP\nHANGUP\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task It_is_closed_and_the_next_call_works(string what, byte[] bytes)
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync, ShortTimes);
        using (var stranger = await ScriptedAsterisk.ConnectAsync(server.Endpoint))
        {
            // The engine may close before it has taken everything.
            var refused = await Record.ExceptionAsync(() => stranger.SayAsync(bytes));
            Assert.True(refused is null or IOException, what);
            await stranger.ExpectEndAsync();
        }

        await Wait.Until(() => server.Connections == 0, "no connection is left");
        await AgiConnectionHandlerTests.OrdinaryCallAsync(server);
        Assert.DoesNotContain(server.Log.Entries, entry => entry.Level >= LogLevel.Error || entry.Exception is not null);
    }

    [Fact]
    public async Task Five_hundred_idle_connections_leave_room_for_a_call_and_are_closed_in_time()
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync, ("FirstLineTimeout", "00:00:05"));
        var idle = new List<ScriptedAsterisk>();
        try
        {
            for (var number = 0; number < 500; number++)
            {
                idle.Add(await ScriptedAsterisk.ConnectAsync(server.Endpoint));
            }

            await AgiConnectionHandlerTests.OrdinaryCallAsync(server);
            foreach (var connection in idle)
            {
                await connection.ExpectEndAsync();
            }

            await Wait.Until(() => server.Connections == 0, "no connection is left");
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Connections_that_come_and_go_leave_nothing_behind()
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync);
        for (var number = 0; number < 200; number++)
        {
            using var stranger = await ScriptedAsterisk.ConnectAsync(server.Endpoint);
            switch (number % 4)
            {
                case 0:
                    stranger.Reset();
                    break;
                case 1:
                    await stranger.SayAsync(ScriptedAsterisk.Block());
                    stranger.Reset();
                    break;
                case 2:
                    await stranger.SayAsync(ScriptedAsterisk.Block());
                    break;
                default:
                    break;
            }
        }

        await Wait.Until(() => server.Connections == 0, "no connection is left");
        await AgiConnectionHandlerTests.OrdinaryCallAsync(server);
    }

    [Theory]
    [InlineData("200 result=1\nHANGUP\n")]
    [InlineData("HANGUP\n200 result=0\nHANGUP\n")]
    [InlineData("200 result=1 (a) endpos=7 (b)) result=-1 (hangup)\n")]
    [InlineData("200 result=99999999999999999999999 (timeout) endpos=-99999999999999999999999\n")]
    public async Task Odd_replies_to_a_variable_are_taken_as_they_are(string reply)
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync);
        using (var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint))
        {
            await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_SEEN \"1\"", reply);
            await asterisk.ExpectEndAsync();
        }

        await AgiConnectionHandlerTests.OrdinaryCallAsync(server);
    }

    [Fact]
    public async Task A_thousand_HANGUP_lines_are_one_hang_up()
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync);
        using var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint);
        await asterisk.AnswerAsync("SET VARIABLE CALLINTAKE_SEEN \"1\"", string.Concat(Enumerable.Repeat("HANGUP\n", 1000)) + "200 result=1\n");
        await asterisk.ExpectEndAsync();
        Assert.Single(server.Log.Entries, entry => entry.Text.StartsWith("The caller hung up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1_048_576, "")]
    [InlineData(1_048_576, "\n")]
    public async Task A_reply_without_measure_breaks_its_own_line_only(int length, string end)
    {
        await using var server = await AgiTestServer.StartAsync(AgiConnectionHandlerTests.SeenAsync);
        using (var asterisk = await ScriptedAsterisk.CallAsync(server.Endpoint))
        {
            await asterisk.HearAsync();
            var refused = await Record.ExceptionAsync(() => asterisk.SayAsync("200 result=1 (" + new string('x', length) + ")" + end));
            Assert.True(refused is null or IOException);
            await asterisk.ExpectEndAsync();
        }

        await AgiConnectionHandlerTests.OrdinaryCallAsync(server);
    }

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
