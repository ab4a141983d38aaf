using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Web.Endpoints;

[Collection(HostGroup.Name)]
public sealed class RecordingEndpointTests(HostFixture host)
{
    private static readonly DateTimeOffset Day = new(2026, 4, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_recording_is_served_whole_and_in_ranges()
    {
        var wav = Wav.Make(4000);
        var call = await StoreAsync(wav);
        using var client = await host.SignInAsync();
        var address = $"/api/calls/{call.Id}/recording";

        using var whole = await client.GetAsync(address);
        using var part = await RangeAsync(client, address, 100, 299);
        using var tail = await RangeAsync(client, address, wav.Length - 10, null);
        using var beyond = await RangeAsync(client, address, wav.Length + 5, null);

        Assert.Equal("audio/wav", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", Assert.Single(whole.Headers.AcceptRanges));
        Assert.Equal(wav, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(wav[100..300], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(wav[^10..], await tail.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task A_recording_that_still_grows_has_a_header_that_fits_its_length()
    {
        var wav = Wav.Make(1234, isGrowing: true);
        var call = await StoreAsync([.. wav, 7]);
        using var client = await host.SignInAsync();

        // The writer still holds the file.
        await using var writer = new FileStream(Path.Combine(host.RecordingsFolder, call.AudioPath!), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var served = await client.GetByteArrayAsync($"/api/calls/{call.Id}/recording");

        Assert.Equal(wav.Length, served.Length);
        Assert.Equal(wav.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(served.AsSpan(4)));
        Assert.Equal(wav.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(served.AsSpan(40)));
        Assert.Equal(wav[44..], served[44..]);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("2026/../../keys/key.xml")]
    [InlineData("../recordings-of-others/a.wav")]
    public async Task A_stored_path_never_leads_out_of_the_folder(string stored)
    {
        var call = await host.StoreAsync(StoredCalls.Sample(Day) with { AudioPath = stored });
        using var client = await host.SignInAsync();
        using var answer = await client.GetAsync($"/api/calls/{call.Id}/recording");

        await answer.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_call_without_a_recording_and_a_lost_file_say_so()
    {
        var without = await host.StoreAsync(StoredCalls.Sample(Day));
        var lost = await host.StoreAsync(StoredCalls.Sample(Day) with { AudioPath = "2026/04/01/lost.wav" });
        using var client = await host.SignInAsync();

        using var first = await client.GetAsync($"/api/calls/{without.Id}/recording");
        using var second = await client.GetAsync($"/api/calls/{lost.Id}/recording");

        Assert.Equal("The call has no recording.", (await first.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString());
        Assert.Equal("The recording is not on the disk.", (await second.ProblemAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Who_listened_is_written_once_for_the_pieces_of_one_playback()
    {
        var call = await StoreAsync(Wav.Make(4000));
        var address = $"/api/calls/{call.Id}/recording";
        using var first = await host.SignInAsync();
        using var second = await host.SignInAsNewAsync(Roles.Auditor);

        using var head = await first.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        for (var piece = 0; piece < 3; piece++)
        {
            using var answer = await RangeAsync(first, address, piece * 1000, (piece * 1000) + 999);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        }

        using var other = await second.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        var events = await host.Services.GetRequiredService<CallHistory>().EventsAsync(call.Id, CancellationToken.None);
        var listened = events.Where(step => step.Stage == CallStages.Listened).ToList();
        Assert.Equal(2, listened.Count);
        Assert.Contains(listened, step => step.Data.Contains(HostFixture.Administrator, StringComparison.Ordinal));
    }

    private async Task<Call> StoreAsync(byte[] wav)
    {
        var call = StoredCalls.Sample(Day);
        var stored = $"2026/04/01/{call.Id}/call.wav";
        var path = Path.Combine(host.RecordingsFolder, stored);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, wav);
        return await host.StoreAsync(call with { AudioPath = stored });
    }

    private static Task<HttpResponseMessage> RangeAsync(HttpClient client, string address, long from, long? to) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(from, to) } });
}
