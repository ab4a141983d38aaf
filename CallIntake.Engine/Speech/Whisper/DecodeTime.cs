namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// What a turn's deadline leaves for further decodes. The first text is in hand then; it must not be lost because a better one was looked
/// for. Belongs to one turn.
/// </summary>
internal sealed class DecodeTime(TimeProvider time, DateTimeOffset? until)
{
    // For stopping the native decode and handing the first text on.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly long _began = time.GetTimestamp();
    private TimeSpan? _first;

    /// <summary>Makes a further decode; null where it does not fit into the time that is left, or did not end within it.</summary>
    /// <param name="times">How many times the first decode it is likely to take.</param>
    /// <param name="decode">The decode.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public async Task<SpeechRecognition?> TryAsync(double times, Func<CancellationToken, Task<SpeechRecognition>> decode, CancellationToken cancellationToken)
    {
        _first ??= time.GetElapsedTime(_began);
        if (until is not { } end)
        {
            return await decode(cancellationToken);
        }

        var left = end - time.GetUtcNow() - Margin;
        if (left <= TimeSpan.Zero || left < _first * times)
        {
            return null;
        }

        using var late = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await decode(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
