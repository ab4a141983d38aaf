using System.Text;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Agi.Peer;
using FsCheck;
using FsCheck.Xunit;

namespace CallIntake.Tests.Agi;

public sealed class AgiCommandTests
{
    [Property(MaxTest = 1000)]
    public void Whatever_an_argument_holds_Asterisk_reads_the_same_words(NonNull<string> text)
    {
        var name = "/" + text.Get;
        if (name.IndexOfAny(['\r', '\n', '\0']) >= 0)
        {
            Assert.Throws<ArgumentException>(() => AgiCommand.StreamFile(name, "#"));
            return;
        }

        var line = AgiCommand.StreamFile(name, "#").Line;
        Assert.DoesNotContain('\n', line);
        Assert.True(PeerCommandLine.TrySplit(line, out var words));
        Assert.Equal(["STREAM", "FILE", name, "#"], words);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\\\"")]
    [InlineData("\" EXEC System \"rm -rf /")]
    [InlineData("\\\" EXEC System \\\"rm")]
    [InlineData("a b\tc")]
    [InlineData("")]
    [InlineData("Ж ${SHELL(id)} `id`")]
    public void Quotes_and_backslashes_stay_inside_the_argument(string text)
    {
        Assert.True(PeerCommandLine.TrySplit("NOOP " + AgiCommand.Quote(text), out var words));
        Assert.Equal(["NOOP", text], words);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    public void What_could_end_the_line_is_refused(string text) => Assert.Throws<ArgumentException>(() => AgiCommand.Quote(text));

    [Theory]
    [InlineData("12\"")]
    [InlineData("x")]
    [InlineData("1 2")]
    public void Keys_are_keys(string keys)
    {
        Assert.Throws<ArgumentException>(() => AgiCommand.StreamFile("/x", keys));
        Assert.Throws<ArgumentException>(() => AgiCommand.RecordFile("/x", keys, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_cap_counts_the_bytes_of_UTF_8_with_the_line_feed()
    {
        const int frame = 18; // STREAM FILE "…" ""\n
        var longest = new string('Ж', (AgiCommand.MaximumBytes - frame) / 2);
        Assert.Equal(AgiCommand.MaximumBytes, AgiCommand.StreamFile(longest, string.Empty).ToBytes().Length);
        Assert.Throws<InvalidOperationException>(() => AgiCommand.StreamFile(longest + "x", string.Empty).ToBytes());
    }

    [Fact]
    public void Commands_are_written_as_Asterisk_reads_them()
    {
        Assert.Equal("RECORD FILE \"/r\" wav \"#\" 30000 s=3", AgiCommand.RecordFile("/r", "#", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2.1)).Line);
        Assert.Equal("RECORD FILE \"/r\" wav \"\" 1", AgiCommand.RecordFile("/r", string.Empty, TimeSpan.Zero, TimeSpan.Zero).Line);
        Assert.Equal("WAIT FOR DIGIT 8000", AgiCommand.WaitForDigit(TimeSpan.FromSeconds(8)).Line);
        Assert.Equal("SET VARIABLE CALLINTAKE_OUTCOME \"closed\"", AgiCommand.SetVariable("CALLINTAKE_OUTCOME", "closed").Line);
        Assert.Equal("EXEC MixMonitor \"/srv/Записи 1/x.wav\"\n", Encoding.UTF8.GetString(AgiCommand.MixMonitor("/srv/Записи 1/x.wav").ToBytes()));
    }
}
