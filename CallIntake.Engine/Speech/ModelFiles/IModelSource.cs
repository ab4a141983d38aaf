namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>Where files of models come from. Thread-safe.</summary>
internal interface IModelSource
{
    /// <summary>Where a file is fetched from, for messages and to know a part again.</summary>
    string Locate(KnownFile file);

    /// <summary>Opens a file at a byte, or at its beginning where it cannot go on there or is not the same file any more.</summary>
    /// <param name="file">The file.</param>
    /// <param name="from">First byte wanted.</param>
    /// <param name="tag">Version the bytes before it are of; null where nothing is known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SpeechException">It cannot be had; says why.</exception>
    Task<ModelStream> OpenAsync(KnownFile file, long from, string? tag, CancellationToken cancellationToken);
}
