using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>Lists the known models and brings them to where the recognisers look for them. Thread-safe.</summary>
public sealed class ModelInstaller
{
    private readonly ModelCatalogue _catalogue;
    private readonly FileDownload _download;
    private readonly IHttpClientFactory _clients;
    private readonly ModelFilesOptions _options;
    private readonly ContentPaths _paths;
    private readonly IConfiguration _configuration;

    internal ModelInstaller(
        ModelCatalogue catalogue, FileDownload download, IHttpClientFactory clients, IOptions<ModelFilesOptions> options, ContentPaths paths, IConfiguration configuration)
    {
        (_catalogue, _download, _clients, _options, _paths, _configuration) = (catalogue, download, clients, options.Value, paths, configuration);
    }

    /// <summary>All known models and whether they are here.</summary>
    /// <exception cref="SpeechException">A catalogue is missing or wrong.</exception>
    public IReadOnlyList<ModelState> List() => [.. _catalogue.Models.Select(model => State(model, _paths.Resolve(_options.Folder)))];

    /// <summary>The model of a name; null where none is known.</summary>
    /// <exception cref="SpeechException">A catalogue is missing or wrong.</exception>
    public KnownModel? Find(string name) => _catalogue.Find(name);

    /// <summary>Fetches what is missing of a model. All its files are whole and checked before the first is put in its place.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">Folder of models; null for the configured one.</param>
    /// <param name="force">Whether files that are there are fetched again.</param>
    /// <param name="progress">Told how far each file is; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work; parts are kept.</param>
    /// <exception cref="SpeechException">It could not be had whole and right; says why and what to do.</exception>
    public async Task<InstalledModel> GetAsync(
        KnownModel model, string? folder, bool force, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var root = folder ?? _options.Folder;
        var targets = model.Files.Select(file => (File: file, Target: Path.Combine(_paths.Resolve(root), file.Path))).ToArray();
        var missing = targets.Where(entry => force || !File.Exists(entry.Target)).ToArray();
        CheckSpace(missing, _paths.Resolve(root));
        var source = Source();
        var files = new List<InstalledFile>();
        foreach (var (file, target) in targets)
        {
            var (sum, known) = force || !File.Exists(target)
                ? await _download.FetchAsync(source, file, target, progress, cancellationToken)
                : await CheckAsync(file, target, cancellationToken);
            files.Add(new InstalledFile(target, sum, known));
        }

        Finish(missing.Select(entry => entry.Target));
        var value = Path.Combine(root, model.Value);
        var isSet = _configuration[model.Key] is { Length: > 0 } configured && _paths.Resolve(configured) == _paths.Resolve(value);
        return new InstalledModel(model, files, value, isSet);
    }

    private IModelSource Source()
    {
        if (_options.Mirror.Length == 0)
        {
            return new HttpModelSource(_clients, null);
        }

        var isAddress = Uri.TryCreate(_options.Mirror, UriKind.Absolute, out var address);
        return isAddress && address!.Scheme is "http" or "https"
            ? new HttpModelSource(_clients, address)
            : new FolderModelSource(isAddress && address!.IsFile ? address.LocalPath : _paths.Resolve(_options.Mirror));
    }

    private static async Task<(string Sum, bool Checked)> CheckAsync(KnownFile file, string target, CancellationToken cancellationToken)
    {
        var (sum, expected) = (string.Empty, (string?)null);
        try
        {
            (sum, expected) = (await FileSum.ComputeAsync(target, cancellationToken), FileSum.Expected(target, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{target} cannot be read: {exception.Message}", exception);
        }

        return expected is null || expected == sum
            ? (sum, expected is not null)
            : throw new SpeechException($"{target} is there and another file (SHA-256 {sum}, expected {expected}); --force replaces it, --to takes another folder.");
    }

    private static void Finish(IEnumerable<string> targets)
    {
        foreach (var target in targets)
        {
            try
            {
                new PartFile(target).Finish();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new SpeechException($"{target} cannot be put in its place: {exception.Message}", exception);
            }
        }
    }

    // Said before a gigabyte is fetched, not after.
    private static void CheckSpace(IEnumerable<(KnownFile File, string Target)> missing, string folder)
    {
        var needed = missing.Sum(entry => Math.Max(0, (entry.File.Bytes ?? 0) - new PartFile(entry.Target).Length));
        var existing = folder;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        if (needed > free)
        {
            throw new SpeechException($"{folder} has {free / 1_000_000} MB free, {needed / 1_000_000} MB are needed; --to or {ModelFilesOptions.SectionName}:Folder takes another folder.");
        }
    }

    private static ModelState State(KnownModel model, string folder)
    {
        var files = model.Files.Select(file => (File: file, Info: new FileInfo(Path.Combine(folder, file.Path)))).ToArray();
        var whole = files.All(entry => entry.Info.Exists && (entry.File.Bytes is null || entry.File.Bytes == entry.Info.Length));
        var partial = whole ? 0 : files.Sum(entry => (entry.Info.Exists ? entry.Info.Length : 0) + new PartFile(entry.Info.FullName).Length);
        return new ModelState(model, Path.Combine(folder, model.Value), whole, partial);
    }
}
