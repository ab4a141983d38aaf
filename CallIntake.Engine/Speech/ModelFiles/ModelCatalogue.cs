using System.Text.Json;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>The known models: the delivered list and one of the site's own. Read when first asked for. Thread-safe.</summary>
internal sealed class ModelCatalogue(IOptions<ModelFilesOptions> options, ContentPaths paths)
{
    private const int Sha256Digits = 64;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };
    private readonly Lazy<IReadOnlyList<KnownModel>> _models = new(() => Read(options.Value, paths), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>All models, in the order of the lists.</summary>
    /// <exception cref="SpeechException">A list is missing or wrong; names the file and what is wrong.</exception>
    public IReadOnlyList<KnownModel> Models => _models.Value;

    /// <summary>The model of a name; null where there is none.</summary>
    /// <exception cref="SpeechException">As <see cref="Models"/>.</exception>
    public KnownModel? Find(string name) => Models.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.OrdinalIgnoreCase));

    private static List<KnownModel> Read(ModelFilesOptions options, ContentPaths paths)
    {
        var models = ReadFile(paths.Resolve(options.Catalogue), nameof(options.Catalogue)).ToList();
        foreach (var own in options.OwnCatalogue.Length == 0 ? [] : ReadFile(paths.Resolve(options.OwnCatalogue), nameof(options.OwnCatalogue)))
        {
            models.RemoveAll(model => string.Equals(model.Name, own.Name, StringComparison.OrdinalIgnoreCase));
            models.Add(own);
        }

        return models;
    }

    private static IReadOnlyList<KnownModel> ReadFile(string path, string key)
    {
        try
        {
            using var file = File.OpenRead(path);
            var models = JsonSerializer.Deserialize<Document>(file, Json)?.Models ?? [];
            return models.Select(FindFault).FirstOrDefault(fault => fault is not null) is { } wrong ? throw new JsonException(wrong) : models;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SpeechException($"{ModelFilesOptions.SectionName}:{key}: {path}: {exception.Message}", exception);
        }
    }

    private static string? FindFault(KnownModel model)
    {
        if (model.Files.Count == 0)
        {
            return $"{model.Name} has no files.";
        }

        var wrong = model.Files.FirstOrDefault(file => !IsInside(file.Path) || !file.Address.IsAbsoluteUri || file.Address.Scheme is not ("http" or "https")
            || file.Bytes is <= 0 || (file.Sha256 is { } sum && !IsSum(sum)));
        return wrong is null ? null : $"{model.Name}: {wrong.Path} needs a relative path, an http or https address, a size above 0 and a SHA-256 of {Sha256Digits} digits.";
    }

    /// <summary>Whether a text is a SHA-256 in hexadecimal digits.</summary>
    internal static bool IsSum(string text) => text.Length == Sha256Digits && text.All(char.IsAsciiHexDigit);

    // A list may come from elsewhere: it must not write outside the folder of models.
    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "." or ".."));

    private sealed record Document(IReadOnlyList<KnownModel> Models);
}
