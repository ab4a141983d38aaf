using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.ModelFiles;

namespace CallIntake.Tests.Speech.ModelFiles;

public sealed class ModelInstallerTests
{
    [Fact]
    public async Task A_model_comes_whole_is_checked_and_says_what_to_set()
    {
        await using var bench = await ModelBench.StartAsync();
        var progress = new Reports();

        var installed = await bench.GetAsync(progress: progress);

        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
        Assert.Equal(["model.bin", "words.txt"], Names(bench));
        Assert.Equal([true, false], installed.Files.Select(file => file.Checked));
        Assert.Equal(ModelBench.Sum("words"u8.ToArray()), installed.Files[1].Sha256);
        Assert.Equal((Path.Combine(bench.Folder, "models", "tiny"), false), (installed.Value, installed.IsSet));
        Assert.Contains(progress.All, report => report is { Path: "tiny/model.bin", Done: 300_000, Total: 300_000 });
        Assert.Contains(bench.Server.Asked, asked => asked.Path == "/a/model.bin");
        Assert.True(bench.Installer.List().Single(state => state.Model.Name == "tiny").IsInstalled);
    }

    [Fact]
    public async Task What_is_there_and_right_is_not_fetched_again()
    {
        await using var bench = await ModelBench.StartAsync(null, ("Speech:Tone:Folder", "/elsewhere"));
        await bench.GetAsync();
        bench.Server.Asked.Clear();

        Assert.False((await bench.GetAsync()).IsSet);
        Assert.Empty(bench.Server.Asked);
        await bench.GetAsync(force: true);
        Assert.Equal(2, bench.Server.Asked.Count);
    }

    [Fact]
    public async Task A_transfer_that_broke_off_goes_on_at_the_next_call()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.BreaksAfter = 150_000;

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        Assert.Contains("the next call goes on there", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Target));
        var kept = new FileInfo(bench.Target + ".part").Length;
        Assert.InRange(kept, 1, 150_000);
        Assert.Equal(kept, bench.Installer.List().Single(state => state.Model.Name == "tiny").PartialBytes);

        bench.BreaksAfter = null;
        await bench.GetAsync();

        Assert.Equal(["", $"bytes={kept}-"], bench.Ranges);
        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
        Assert.Equal(["model.bin", "words.txt"], Names(bench));
    }

    [Theory]
    [InlineData(false, "\"one\"")]
    [InlineData(true, null)]
    [InlineData(true, "W/\"one\"")]
    public async Task Without_ranges_or_a_version_it_starts_again(bool knowsRange, string? tag)
    {
        await using var bench = await ModelBench.StartAsync();
        (bench.KnowsRange, bench.Tag, bench.BreaksAfter) = (knowsRange, tag, 150_000);
        await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        bench.BreaksAfter = null;
        await bench.GetAsync();

        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_changed_meanwhile_is_not_glued_to_the_old_bytes(bool obeysIfRange)
    {
        await using var bench = await ModelBench.StartAsync(bench => [null, null]);
        bench.BreaksAfter = 150_000;
        await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        (bench.Content, bench.Tag, bench.ObeysIfRange, bench.BreaksAfter) = ([.. bench.Content.Reverse()], "\"two\"", obeysIfRange, null);
        await bench.GetAsync();

        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
    }

    [Fact]
    public async Task Bytes_from_another_place_are_not_gone_on_with()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.BreaksAfter = 150_000;
        await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        await bench.Services.DisposeAsync();

        bench.BreaksAfter = null;
        bench.Use(null, ("Speech:Models:Mirror", bench.Server.Address + "/other/"));
        await bench.GetAsync();

        Assert.Equal(["", ""], bench.Ranges);
        Assert.Contains(bench.Server.Asked, asked => asked.Path == "/other/a/model.bin");
    }

    [Fact]
    public async Task A_part_that_is_whole_already_is_only_checked()
    {
        await using var bench = await ModelBench.StartAsync(bench => [null, ModelBench.Sum(bench.Content)]);
        Directory.CreateDirectory(Path.GetDirectoryName(bench.Target)!);
        await File.WriteAllBytesAsync(bench.Target + ".part", bench.Content);
        await File.WriteAllLinesAsync(bench.Target + ".part.tag", [bench.Server.Address + "/a/model.bin", "\"one\""]);

        await bench.GetAsync();

        Assert.Equal(["bytes=300000-"], bench.Ranges);
        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up()
    {
        await using var bench = await ModelBench.StartAsync(null, ("Speech:Models:StallAfter", "00:00:00.2"));
        bench.Server.Answer = async context =>
        {
            context.Response.ContentLength = bench.Content.Length;
            await context.Response.Body.WriteAsync(bench.Content.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        Assert.Contains("broke off after", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "404 Not Found")]
    [InlineData(503, "503")]
    public async Task An_error_of_the_server_is_named_with_its_address(int status, string expected)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.AnswerJson("{}", status);

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("/a/model.bin", error.Message, StringComparison.Ordinal);
        Assert.Empty(Names(bench));
    }

    [Fact]
    public async Task Without_a_network_proxy_and_mirror_are_named()
    {
        await using var bench = await ModelBench.StartAsync(null, ("Speech:Models:Mirror", "http://127.0.0.1:1"));

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains("HTTPS_PROXY", error.Message, StringComparison.Ordinal);
        Assert.Contains("Speech:Models:Mirror", error.Message, StringComparison.Ordinal);
    }

    private static string?[] Names(ModelBench bench) => Path.GetDirectoryName(bench.Target) is { } folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)]
        : [];

    private sealed class Reports : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> All { get; } = [];

        public void Report(DownloadProgress value) => All.Add(value);
    }
}
