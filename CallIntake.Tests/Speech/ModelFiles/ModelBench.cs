using System.Security.Cryptography;
using System.Text.Json;
using CallIntake.Engine.Speech.ModelFiles;
using CallIntake.Tests.Speech.Servers;
using Microsoft.AspNetCore.Http;

namespace CallIntake.Tests.Speech.ModelFiles;

/// <summary>A server with one model of two files, a catalogue that names it, and the installer that fetches it through the mirror key.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models");

    private ModelBench(FakeSpeechServer server) => Server = server;

    public FakeSpeechServer Server { get; }

    public SpeechServices Services { get; private set; } = null!;

    public string Folder => _folder.FullName;

    public string Target => Path.Combine(Folder, "models", "tiny", "model.bin");

    /// <summary>What the server has under any address that ends in .bin.</summary>
    public byte[] Content { get; set; } = RandomNumberGenerator.GetBytes(300_000);

    public string? Tag { get; set; } = "\"one\"";

    public bool KnowsRange { get; set; } = true;

    public bool ObeysIfRange { get; set; } = true;

    /// <summary>After so many bytes the server ends the connection; null for never.</summary>
    public int? BreaksAfter { get; set; }

    public ModelInstaller Installer => Services.Get<ModelInstaller>();

    public KnownModel Model => Installer.Find("tiny")!;

    public IReadOnlyList<string> Ranges => [.. Server.Asked.Where(asked => asked.Path.EndsWith(".bin", StringComparison.Ordinal)).Select(asked => asked.Headers.Range.ToString())];

    public static async Task<ModelBench> StartAsync(Func<ModelBench, object?[]>? file = null, params (string Key, string Value)[] settings)
    {
        var bench = new ModelBench(await FakeSpeechServer.StartAsync());
        bench.Server.Answer = bench.AnswerAsync;
        bench.Use(file, settings);
        return bench;
    }

    /// <summary>Services with a catalogue whose big file has the given size and sum; without them those of <see cref="Content"/>.</summary>
    public void Use(Func<ModelBench, object?[]>? file = null, params (string Key, string Value)[] settings)
    {
        var catalogue = Path.Combine(Folder, "own.json");
        var (bytes, sum) = (file ?? (bench => [bench.Content.Length, Sum(bench.Content)]))(this) is [var first, var second] ? (first, second) : default;
        File.WriteAllText(catalogue, JsonSerializer.Serialize(new { models = new[] { Entry(bytes, sum) } }));
        Services = new SpeechServices(
        [
            ("Speech:Models:OwnCatalogue", catalogue),
            ("Speech:Models:Folder", Path.Combine(Folder, "models")),
            .. settings.Any(setting => setting.Key == "Speech:Models:Mirror") ? [] : new[] { ("Speech:Models:Mirror", Server.Address) },
            .. settings,
        ]);
    }

    public Task<InstalledModel> GetAsync(bool force = false, IProgress<DownloadProgress>? progress = null) =>
        Installer.GetAsync(Model, null, force, progress, CancellationToken.None);

    public static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static object Entry(object? bytes, object? sum) => new
    {
        name = "tiny",
        purpose = "For tests.",
        languages = "ru",
        licence = "MIT",
        source = "https://models.example/tiny",
        megabytes = 1,
        recognizer = "tone",
        key = "Speech:Tone:Folder",
        value = "tiny",
        files = new object[]
        {
            new Dictionary<string, object?> { ["path"] = "tiny/model.bin", ["address"] = "https://models.example/a/model.bin", ["bytes"] = bytes, ["sha256"] = sum },
            new { path = "tiny/words.txt", address = "https://models.example/a/words.txt" },
        },
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var isBig = context.Request.Path.Value!.EndsWith(".bin", StringComparison.Ordinal);
        var bytes = isBig ? Content : "words"u8.ToArray();
        var from = isBig && KnowsRange && (!ObeysIfRange || context.Request.Headers.IfRange == Tag) ? From(context.Request) : 0;
        context.Response.Headers.ETag = Tag;
        if (from >= bytes.Length && from > 0)
        {
            context.Response.StatusCode = 416;
            context.Response.Headers.ContentRange = $"bytes */{bytes.Length}";
            return;
        }

        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {from}-{bytes.Length - 1}/{bytes.Length}";
        }

        context.Response.ContentLength = bytes.Length - from;
        var length = isBig && BreaksAfter is { } limit ? Math.Min(limit, bytes.Length - from) : bytes.Length - from;
        await context.Response.Body.WriteAsync(bytes.AsMemory(from, length));
        if (length < bytes.Length - from)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private static int From(HttpRequest request) =>
        request.GetTypedHeaders().Range?.Ranges.FirstOrDefault()?.From is { } from ? (int)from : 0;
}
