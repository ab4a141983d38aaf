using System.CommandLine;
using CallIntake.Web.Commands;

namespace CallIntake.Tests.Speech.ModelFiles;

public sealed class ModelsCommandTests
{
    [Fact]
    public async Task Get_prints_the_files_and_tells_progress_and_the_key_to_set()
    {
        await using var bench = await ModelBench.StartAsync();

        var (code, output, error) = await RunAsync(bench, "models", "get", "tiny");

        Assert.Equal(0, code);
        Assert.Equal([bench.Target, bench.Target.Replace("model.bin", "words.txt", StringComparison.Ordinal)], output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("tiny/model.bin  100 %  300.0 kB of 300.0 kB", error, StringComparison.Ordinal);
        Assert.Contains("Set Speech:Tone:Folder to", error, StringComparison.Ordinal);
        Assert.Contains("words.txt.sha256", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_puts_it_where_it_is_told()
    {
        await using var bench = await ModelBench.StartAsync();
        var folder = Path.Combine(bench.Folder, "elsewhere");

        Assert.Equal(0, (await RunAsync(bench, "models", "get", "TINY", "--to", folder)).Code);
        Assert.True(File.Exists(Path.Combine(folder, "tiny", "model.bin")));
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_wrong_use_and_lists_the_known_ones()
    {
        await using var bench = await ModelBench.StartAsync();

        var (code, _, error) = await RunAsync(bench, "models", "get", "big");

        Assert.Equal(2, code);
        Assert.Contains("gigaam-multilingual-ctc", error, StringComparison.Ordinal);
        Assert.Contains("tiny", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_sentence_and_exit_code_1()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.AnswerJson("{}", 404);

        var (code, output, error) = await RunAsync(bench, "models", "get", "tiny");

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("404", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_says_what_is_here_and_where()
    {
        await using var bench = await ModelBench.StartAsync();
        Assert.Contains("not here", (await RunAsync(bench, "models", "list")).Output.Split("tiny ")[^1], StringComparison.Ordinal);
        await bench.GetAsync();

        var (code, output, _) = await RunAsync(bench, "models", "list");

        Assert.Equal(0, code);
        Assert.Contains($"here: {Path.GetDirectoryName(bench.Target)}", output, StringComparison.Ordinal);
        Assert.Contains("tiny/model.bin, tiny/words.txt", output, StringComparison.Ordinal);
        Assert.Contains("whisper-large-v3-turbo-q5_0", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(ModelBench bench, params string[] arguments)
    {
        var root = new RootCommand("test") { ModelsCommand.Create(_ => bench.Services.Get<IServiceProvider>()) };
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), error.ToString());
    }
}
