using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>Fetches one file into its part, going on where an earlier call ended, and checks it. Thread-safe.</summary>
internal sealed class FileDownload(IOptions<ModelFilesOptions> options, TimeProvider time)
{
    private const int BlockBytes = 1 << 17;

    /// <summary>Fetches and checks; the part is then ready to be finished.</summary>
    /// <returns>The sum of the file, and whether it was compared with anything.</returns>
    /// <exception cref="SpeechException">It could not be had whole and right; a part that is worth it is kept.</exception>
    public async Task<(string Sum, bool Checked)> FetchAsync(
        IModelSource source, KnownFile file, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var part = new PartFile(target);
        try
        {
            var origin = source.Locate(file);
            var tag = part.TagFrom(origin);
            if (part.Length != file.Bytes || tag is null)
            {
                var from = part.Length < (file.Bytes ?? long.MaxValue) ? part.Length : 0;
                await using var stream = await source.OpenAsync(file, from, tag, cancellationToken);
                await CopyAsync(stream, part, origin, file, progress, cancellationToken);
            }

            return await CheckAsync(part, file, target, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{part.Path} cannot be written: {exception.Message}", exception);
        }
    }

    private async Task CopyAsync(
        ModelStream stream, PartFile part, string origin, KnownFile file, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var total = stream.Total ?? file.Bytes;
        if (file.Bytes is { } published && total != published)
        {
            throw new SpeechException($"{origin}: has {total} bytes there, the catalogue says {published}.");
        }

        using var stall = new CancellationTokenSource(options.Value.StallAfter, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellationToken);
        await using var output = part.Open(stream.Start, origin, stream.Tag);
        var block = new byte[BlockBytes];
        while (true)
        {
            progress?.Report(new DownloadProgress(file.Path, output.Position, total));
            stall.CancelAfter(options.Value.StallAfter);
            var read = await ReadAsync(stream.Content, block, origin, output.Position, total, either.Token, cancellationToken);
            if (read == 0)
            {
                break;
            }

            await output.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }

        if (total is { } whole && output.Position != whole)
        {
            throw BrokenOff(origin, output.Position, whole, null);
        }
    }

    private static async ValueTask<int> ReadAsync(
        Stream stream, byte[] block, string origin, long done, long? total, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(block, either);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw BrokenOff(origin, done, total, exception);
        }
    }

    private static async Task<(string Sum, bool Checked)> CheckAsync(PartFile part, KnownFile file, string target, CancellationToken cancellationToken)
    {
        var sum = await FileSum.ComputeAsync(part.Path, cancellationToken);
        var expected = FileSum.Expected(target, file);
        if (expected is not null && expected != sum)
        {
            part.Delete();
            throw new SpeechException($"{file.Path}: the SHA-256 is {sum}, expected was {expected}. What came was deleted.");
        }

        return (sum, expected is not null);
    }

    private static SpeechException BrokenOff(string origin, long done, long? total, Exception? exception) =>
        new($"{origin}: broke off after {done} of {(total is { } whole ? $"{whole}" : "an unknown number of")} bytes; they are kept, the next call goes on there. {exception?.Message}".TrimEnd(), exception);
}
