namespace CallIntake.Tests.Asterisk;

/// <summary>
/// A caller's number comes from outside and may hold anything that SIP lets through. Asterisk writes it into its request to the engine
/// as it is, line breaks included, so the dialplan cleans it first.
/// </summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class HostileCallerTests(AsteriskFixture fixture)
{
    [Theory]
    [InlineData("..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("';DROP%20TABLE%20calls;--")]
    [InlineData("=cmd%7C'%2FC%20calc'!A0")]
    [InlineData("%22%0ASET%20VARIABLE%20CALLINTAKE_OUTCOME%20closed%0A")]
    [InlineData("102%0D%0Aagi_uniqueid:%20forged%0D%0A%0D%0A200%20result=0")]
    public async Task A_hostile_number_is_made_harmless_and_the_call_goes_its_way(string number)
    {
        await fixture.UseHostAsync();
        var before = await fixture.Console.CallCountAsync();
        await using var telephone = Telephone.Dial(number, [.. Telephone.IsSilent, .. Telephone.Presses("0", afterSeconds: 2), .. Telephone.Stays]);

        using var call = await fixture.Console.NewestCallAsync(before, CallJson.HasEnded);
        await fixture.Asterisk.HangUpAllAsync();
        await telephone.WaitAsync(Deadline.Call);
        var shown = call.Text("caller_id")!;
        Assert.Matches("^[0-9A-Za-z+*#._]{0,100}$", shown);
        Assert.Equal("operator", call.Text("outcome"));
        Assert.Matches("^[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9a-f-]{36}/call\\.wav$", call.Text("audio_path"));
        Assert.True(TelephoneWav.Seconds(fixture.CallRecording(call)) > 1, "Nothing was recorded.");
        Assert.NotEqual("forged", call.Text("unique_id"));
        var line = (await fixture.Console.CsvAsync()).Split('\n').Single(one => one.Contains(call.Id(), StringComparison.Ordinal));
        Assert.DoesNotContain(line.Split(',', ';'), cell => cell.Trim('"').StartsWith('='));
    }
}
