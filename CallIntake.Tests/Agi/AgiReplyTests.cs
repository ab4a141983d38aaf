using CallIntake.Engine.Agi;
using FsCheck;
using FsCheck.Xunit;

namespace CallIntake.Tests.Agi;

public sealed class AgiReplyTests
{
    [Theory]
    [InlineData("200 result=0", "0", null, null)]
    [InlineData("200 result=-1", "-1", null, null)]
    [InlineData("200 result=1 (q\"w\\e)r)", "1", "q\"w\\e)r", null)]
    [InlineData("200 result=1 ()", "1", "", null)]
    [InlineData("200 result=1 (a) endpos=7 (b)", "1", "a) endpos=7 (b", null)]
    [InlineData("200 result=0 endpos=12000", "0", null, 12000L)]
    [InlineData("200 result=11328 (timeout) endpos=61440", "11328", "timeout", 61440L)]
    [InlineData("200 result=-1 (writefile)", "-1", "writefile", null)]
    [InlineData("200 result=", "", null, null)]
    [InlineData("200 result= (timeout)", "", "timeout", null)]
    [InlineData("200 result=12 (timeout)", "12", "timeout", null)]
    [InlineData("200 result=1 (open", "1", null, null)]
    [InlineData("200 result=0 endpos=-99999999999999999999999", "0", null, null)]
    public void A_success_has_a_result_and_perhaps_a_text_and_a_position(string line, string result, string? text, long? position)
    {
        Assert.True(AgiReply.TryParse(line, out var reply));
        Assert.Equal(new AgiReply(200, result, text, position), reply);
    }

    [Theory]
    [InlineData("510 Invalid or unknown command", 510, "Invalid or unknown command")]
    [InlineData("511 Command Not Permitted on a dead channel or intercept routine", 511, "Command Not Permitted on a dead channel or intercept routine")]
    [InlineData("520 Invalid command syntax.  Proper usage not available.", 520, "Invalid command syntax.  Proper usage not available.")]
    [InlineData("503 Something new", 503, "Something new")]
    [InlineData("510", 510, "")]
    public void A_refusal_has_a_code_and_words(string line, int code, string text)
    {
        Assert.True(AgiReply.TryParse(line, out var reply));
        Assert.Equal((code, text, false), (reply.Code, reply.Text, reply.IsSuccess));
    }

    [Theory]
    [InlineData("")]
    [InlineData("banana")]
    [InlineData("HANGUP")]
    [InlineData("20")]
    [InlineData("2000 result=1")]
    [InlineData("200")]
    [InlineData("200 fine")]
    [InlineData("-20 result=1")]
    [InlineData("٢٠٠ result=1")]
    public void Anything_else_is_no_reply(string line) => Assert.False(AgiReply.TryParse(line, out _));

    [Theory]
    [InlineData("53", '5')]
    [InlineData("35", '#')]
    [InlineData("42", '*')]
    [InlineData("65", 'A')]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("7", null)]
    [InlineData("97", null)]
    [InlineData("65589", null)]
    [InlineData("x", null)]
    public void A_key_is_a_key_of_a_telephone(string result, char? key) => Assert.Equal(key, new AgiReply(200, result, null, null).Key);

    [Property(MaxTest = 500)]
    public void Any_text_in_the_parentheses_comes_out_whole(NonNull<string> text, int result)
    {
        Assert.True(AgiReply.TryParse($"200 result={result} ({text.Get})", out var reply));
        Assert.Equal((result, text.Get), (reply.Result, reply.Text));
    }

    [Property(MaxTest = 500)]
    public void Any_line_is_a_reply_with_a_code_or_none(NonNull<string> line)
    {
        var isReply = AgiReply.TryParse(line.Get, out var reply);
        Assert.True(!isReply || reply.Code is >= 100 and < 1000);
    }

    [Fact]
    public void A_usage_block_is_one_reply_whatever_its_lines_say()
    {
        var assembler = new AgiReplyAssembler();
        foreach (var line in (string[])["520-Invalid command syntax.  Proper usage follows:", "200 result=0", string.Empty, "520", "510 x"])
        {
            Assert.False(assembler.TryComplete(line, out _));
        }

        Assert.True(assembler.TryComplete("520 End of proper usage.", out var reply));
        Assert.Equal(AgiReply.WrongUsage, reply.Code);
        Assert.True(assembler.TryComplete("200 result=0", out reply));
        Assert.True(reply.IsSuccess);
    }

    [Fact]
    public void A_usage_block_without_end_is_given_up()
    {
        var assembler = new AgiReplyAssembler();
        Assert.False(assembler.TryComplete("520-Invalid", out _));
        Assert.Throws<AgiProtocolException>(() =>
        {
            for (var line = 0; line < 10_000; line++)
            {
                assembler.TryComplete("Usage: and so on", out _);
            }
        });
    }
}
