using CallIntake.Engine.Agi;
using FsCheck;
using FsCheck.Xunit;

namespace CallIntake.Tests.Agi;

public sealed class AgiRequestTests
{
    [Fact]
    public void The_block_of_Asterisk_is_read_whole()
    {
        var request = AgiRequest.Parse(ScriptedAsterisk.Block("intake?call=7&test=1", "+77011234567", "a", "b").Split('\n'));
        Assert.Equal("/intake", request.Path);
        Assert.Equal(["call=7", "test=1"], request.Query);
        Assert.Equal(["a", "b"], request.Arguments);
        Assert.Equal("PJSIP/trunk-00000001", request["agi_channel"]);
        Assert.Equal(string.Empty, request["agi_accountcode"]);
        Assert.Null(request["agi_nothing"]);
    }

    [Fact]
    public void Odd_lines_are_passed_over_and_the_first_of_a_double_key_counts()
    {
        var request = AgiRequest.Parse(["agi_request", ":", ": empty key", "agi_callerid:1", "agi_callerid: 2", "agi_later: a: b", "AGI_CHANNEL: x"]);
        Assert.Equal("1", request["agi_callerid"]);
        Assert.Equal("a: b", request["agi_later"]);
        Assert.Null(request["agi_channel"]);
        Assert.Equal("/", request.Path);
    }

    [Theory]
    [InlineData("agi://127.0.0.1:4573/intake?test=1", "/intake")]
    [InlineData("agi://127.0.0.1/intake/", "/intake")]
    [InlineData("agi://127.0.0.1", "/")]
    [InlineData("hagi://x/intake", "/")]
    [InlineData("", "/")]
    public void Without_a_script_the_path_is_taken_from_the_request(string url, string path) => Assert.Equal(path, AgiRequest.Parse(["agi_request: " + url]).Path);

    [Fact]
    public void Nothing_at_all_is_a_request_for_nothing()
    {
        var arrival = CallArrivals.From(AgiRequest.Parse([]), fromThisMachine: true);
        Assert.Equal((string.Empty, null, null, false), (arrival.CallerId, arrival.Channel, arrival.UniqueId, arrival.IsTest));
    }

    [Theory]
    [InlineData("unknown", "")]
    [InlineData("+77011234567", "+77011234567")]
    [InlineData("  102  ", "102")]
    [InlineData("1\r2\u0000\u001b[31m3\u0085\u20284\u202e5\ufeff", "12[31m345")]
    [InlineData("\"O'Neil\\\" \\\\ \"", "\"O'Neil\\\" \\\\ \"")]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE calls; --", "'; DROP TABLE calls; --")]
    [InlineData("=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")")]
    public void A_caller_id_is_kept_as_text_without_what_cannot_be_seen(string given, string callerId) =>
        Assert.Equal(callerId, CallArrivals.From(AgiRequest.Parse(["agi_callerid: " + given]), fromThisMachine: true).CallerId);

    [Fact]
    public void A_long_caller_id_is_cut_and_never_inside_a_character()
    {
        var callerId = CallArrivals.From(AgiRequest.Parse(["agi_callerid: x" + string.Concat(Enumerable.Repeat("😀", 5000))]), fromThisMachine: true).CallerId;
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("😀", 31)), callerId);
    }

    [Property(MaxTest = 500)]
    public void No_caller_id_gets_longer_than_64_characters_or_keeps_a_control_character(NonNull<string> given)
    {
        var callerId = CallArrivals.From(AgiRequest.Parse(["agi_callerid: " + given.Get]), fromThisMachine: true).CallerId;
        Assert.True(callerId.Length <= 64);
        Assert.DoesNotContain(callerId, char.IsControl);
    }

    [Theory]
    [InlineData("intake?test=1", null, true, true)]
    [InlineData("intake", "test=1", true, true)]
    [InlineData("intake?test=1", null, false, false)]
    [InlineData("intake?test=10", null, true, false)]
    [InlineData("intake?x=test=1", null, true, false)]
    [InlineData("intake", null, true, false)]
    public void A_test_call_says_so_and_comes_from_this_machine(string script, string? argument, bool fromThisMachine, bool isTest)
    {
        string[] arguments = argument is null ? [] : [argument];
        var request = AgiRequest.Parse(ScriptedAsterisk.Block(script, "1", arguments).Split('\n'));
        Assert.Equal(isTest, CallArrivals.From(request, fromThisMachine).IsTest);
    }
}
