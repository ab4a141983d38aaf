namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A file on its way.</summary>
/// <param name="Content">Its bytes from <paramref name="Start"/> on.</param>
/// <param name="Start">First byte that comes.</param>
/// <param name="Total">Bytes of the whole file; null where the source does not say.</param>
/// <param name="Tag">What tells this version of the file from another; null where the source has nothing.</param>
/// <param name="Owner">What must be let go with the stream.</param>
internal sealed record ModelStream(Stream Content, long Start, long? Total, string? Tag, IDisposable? Owner = null) : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        Owner?.Dispose();
    }
}
