using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CallIntake.Engine.Agi;
using FsCheck.Xunit;

namespace CallIntake.Tests.Agi;

public sealed class AgiLineReaderTests
{
    private const int Longest = 1000;

    [Property(MaxTest = 300)]
    public async Task Lines_are_the_same_in_whatever_pieces_they_come(string?[] texts, byte[] pieces)
    {
        string[] lines = [.. texts.Select(OneLine)];
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(lines, await ReadAllAsync(bytes, pieces));
    }

    [Property(MaxTest = 300)]
    public async Task Any_bytes_at_all_give_the_lines_between_their_line_feeds(byte[][] parts, byte[] pieces)
    {
        byte[][] lines = [.. parts.Select(part => part.Where(value => value is not ((byte)'\n' or (byte)'\r')).ToArray())];
        byte[] bytes = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
        Assert.Equal(lines.Select(Encoding.UTF8.GetString), await ReadAllAsync(bytes, pieces));
    }

    [Property(MaxTest = 200)]
    public async Task A_request_is_the_same_in_whatever_pieces_it_comes(string? callerId, byte[] pieces)
    {
        var pipe = new Pipe();
        var reader = new AgiLineReader(pipe.Reader, 65_536);
        var reading = AgiRequestReader.ReadAsync(reader, new AgiOptions(), TimeProvider.System);
        await WriteAsync(pipe.Writer, Encoding.UTF8.GetBytes(ScriptedAsterisk.Block(callerId: OneLine(callerId), arguments: ["one", "test=1"])), pieces);
        var request = await reading;
        Assert.NotNull(request);
        Assert.Equal(OneLine(callerId), request["agi_callerid"]);
        Assert.Equal(["one", "test=1"], request.Arguments);
        Assert.Equal("/intake", request.Path);
    }

    [Fact]
    public async Task A_carriage_return_before_the_line_feed_is_no_part_of_the_line() =>
        Assert.Equal(["one", "two\rthree", string.Empty, string.Empty], await ReadAllAsync("one\r\ntwo\rthree\n\r\n\n"u8.ToArray(), []));

    [Fact]
    public async Task The_end_inside_a_line_is_an_error() =>
        await Assert.ThrowsAsync<AgiProtocolException>(() => ReadAllAsync("one\ntw"u8.ToArray(), [3]));

    [Theory]
    [InlineData(Longest, false)]
    [InlineData(Longest + 1, true)]
    [InlineData(Longest * 100, true)]
    public async Task A_line_may_be_as_long_as_the_limit_and_no_longer(int length, bool tooLong)
    {
        byte[] whole = [.. Enumerable.Repeat((byte)'x', length), (byte)'\n'];
        if (tooLong)
        {
            await Assert.ThrowsAsync<AgiProtocolException>(() => ReadAllAsync(whole, []));
            await Assert.ThrowsAsync<AgiProtocolException>(() => ReadAllAsync(whole[..^1], [100, 200]));
        }
        else
        {
            Assert.Equal([new string('x', length)], await ReadAllAsync(whole, [100, 200]));
        }
    }

    [Fact]
    public async Task Stopping_ends_a_waiting_read_and_loses_nothing_that_has_come()
    {
        var pipe = new Pipe();
        var reader = new AgiLineReader(pipe.Reader, Longest);
        await WriteAsync(pipe.Writer, "one\ntwo\n"u8.ToArray(), [], complete: false);
        Assert.Equal("one", await reader.ReadLineAsync(CancellationToken.None));
        reader.Stop();
        Assert.Equal("two", await reader.ReadLineAsync(CancellationToken.None));
        var waiting = reader.ReadLineAsync(CancellationToken.None).AsTask();
        reader.Stop();
        Assert.Null(await waiting.InTime());
    }

    [Fact]
    public async Task One_stop_is_enough_even_where_lines_come_with_it()
    {
        var pipe = new Pipe();
        var reader = new AgiLineReader(pipe.Reader, Longest);
        await WriteAsync(pipe.Writer, "HANGUP\nHANGUP\n"u8.ToArray(), [], complete: false);
        reader.Stop();
        Assert.Equal("HANGUP", await reader.ReadLineAsync(CancellationToken.None));
        Assert.Equal("HANGUP", await reader.ReadLineAsync(CancellationToken.None).AsTask().InTime());
        Assert.Null(await reader.ReadLineAsync(CancellationToken.None).AsTask().InTime());
    }

    private static string OneLine(string? text) => new([.. Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? string.Empty)).Where(letter => letter is not ('\n' or '\r'))]);

    private static async Task<List<string>> ReadAllAsync(byte[] bytes, byte[] pieces)
    {
        var pipe = new Pipe();
        var reader = new AgiLineReader(pipe.Reader, Longest);
        var writing = WriteAsync(pipe.Writer, bytes, pieces);
        var lines = new List<string>();
        try
        {
            while (await reader.ReadLineAsync(CancellationToken.None).AsTask().InTime() is { } line)
            {
                lines.Add(line);
            }
        }
        finally
        {
            await pipe.Reader.CompleteAsync();
            await writing.InTime();
        }

        return lines;
    }

    /// <summary>Writes the bytes in pieces of the given lengths, over and over; all at once where there are none.</summary>
    private static async Task WriteAsync(PipeWriter writer, byte[] bytes, byte[] pieces, bool complete = true)
    {
        var sizes = pieces.Select(piece => (int)piece).Where(size => size > 0).DefaultIfEmpty(Math.Max(1, bytes.Length)).ToArray();
        for (int at = 0, turn = 0; at < bytes.Length; turn++)
        {
            var size = Math.Min(sizes[turn % sizes.Length], bytes.Length - at);
            await writer.WriteAsync(bytes.AsMemory(at, size));
            at += size;
        }

        if (complete)
        {
            await writer.CompleteAsync();
        }
    }
}
