namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A folder laid out as the folder of models: a share, a stick, another machine's copy. Thread-safe.</summary>
internal sealed class FolderModelSource(string folder) : IModelSource
{
    /// <inheritdoc />
    public string Locate(KnownFile file) => Path.Combine(folder, file.Path);

    /// <inheritdoc />
    public Task<ModelStream> OpenAsync(KnownFile file, long from, string? tag, CancellationToken cancellationToken)
    {
        var path = Locate(file);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Task.FromResult(new ModelStream(stream, 0, stream.Length, null));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{ModelFilesOptions.SectionName}:Mirror: {exception.Message}", exception);
        }
    }
}
