namespace CallIntake.Engine.Speech.Recognition;

/// <summary>Gives a recogniser a deadline. What does not stop when told goes on alone; the call does not wait for it.</summary>
internal sealed class DeadlineRecognizer(ISpeechRecognizer inner, TimeSpan deadline, TimeProvider time, string key = nameof(RecognitionOptions.Deadline)) : ISpeechRecognizer
{
    /// <inheritdoc />
    public string Name => inner.Name;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages => inner.Languages;

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await inner.RecognizeAsync(audio, request with { Until = time.GetUtcNow() + deadline }, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SpeechException($"{Name}: no answer within {deadline.TotalSeconds:0.#} s ({RecognitionOptions.SectionName}:{key}).", exception);
        }
    }
}
