using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.ModelFiles;

namespace CallIntake.Tests.Speech.ModelFiles;

/// <summary>What is compared before a file counts as the model: size, sum, pin, room on the disk.</summary>
public sealed class ModelCheckTests
{
    private static readonly string Wrong = new('0', 64);

    [Fact]
    public async Task Another_content_is_deleted_and_never_put_in_place()
    {
        await using var bench = await ModelBench.StartAsync(bench => [bench.Content.Length, Wrong]);

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains(ModelBench.Sum(bench.Content), error.Message, StringComparison.Ordinal);
        Assert.Contains(Wrong, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(bench.Target)!));
    }

    [Fact]
    public async Task Another_size_is_refused_before_it_is_fetched()
    {
        await using var bench = await ModelBench.StartAsync(bench => [bench.Content.Length + 1, null]);

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains("300000", error.Message, StringComparison.Ordinal);
        Assert.Contains("300001", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Target + ".part"));
    }

    [Fact]
    public async Task More_than_the_disk_holds_is_refused_before_anything_is_asked()
    {
        await using var bench = await ModelBench.StartAsync(_ => [long.MaxValue / 2, null]);

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains("MB are needed", error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Asked);
    }

    [Fact]
    public async Task A_sum_pinned_by_the_site_stands_for_the_published_one()
    {
        await using var bench = await ModelBench.StartAsync(bench => [bench.Content.Length, Wrong]);
        Directory.CreateDirectory(Path.GetDirectoryName(bench.Target)!);
        await File.WriteAllTextAsync(bench.Target + ".sha256", $"{ModelBench.Sum(bench.Content).ToUpperInvariant()}  model.bin\n");

        Assert.True((await bench.GetAsync()).Files[0].Checked);

        await File.WriteAllTextAsync(bench.Target + ".sha256", "none yet");
        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        Assert.Contains("model.bin.sha256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_the_same_name_is_not_taken_for_the_model_and_replaced_only_by_force()
    {
        await using var bench = await ModelBench.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(bench.Target)!);
        await File.WriteAllTextAsync(bench.Target, "another");

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        Assert.Contains("--force", error.Message, StringComparison.Ordinal);
        Assert.Equal("another", await File.ReadAllTextAsync(bench.Target));

        await bench.GetAsync(force: true);
        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
    }

    [Fact]
    public async Task Two_downloads_do_not_write_the_same_part()
    {
        await using var bench = await ModelBench.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(bench.Target)!);
        await using var other = new FileStream(bench.Target + ".part", FileMode.Create, FileAccess.Write, FileShare.None);

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());

        Assert.Contains("model.bin.part", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("file://")]
    public async Task A_folder_with_the_same_layout_serves_as_a_mirror(string scheme)
    {
        await using var bench = await ModelBench.StartAsync();
        var mirror = Path.Combine(bench.Folder, "stick");
        Directory.CreateDirectory(Path.Combine(mirror, "tiny"));
        await File.WriteAllBytesAsync(Path.Combine(mirror, "tiny", "model.bin"), bench.Content);
        await bench.Services.DisposeAsync();
        bench.Use(null, ("Speech:Models:Mirror", scheme + mirror));

        var error = await Assert.ThrowsAsync<SpeechException>(() => bench.GetAsync());
        Assert.Contains("words.txt", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Target));

        await File.WriteAllTextAsync(Path.Combine(mirror, "tiny", "words.txt"), "words");
        await bench.GetAsync();
        Assert.Equal(bench.Content, await File.ReadAllBytesAsync(bench.Target));
        Assert.Empty(bench.Server.Asked);
    }
}
