namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Asks a recogniser for work that no caller waits for: no more at once than it bears without a queue, so that nothing is refused, deadlines
/// count the hearing alone, and a careful second decode is made as in a quiet live turn.
/// </summary>
internal sealed class PatientRecognizer(ISpeechRecognizer inner, SemaphoreSlim places) : ISpeechRecognizer
{
    /// <inheritdoc />
    public string Name => inner.Name;

    /// <inheritdoc />
    public IReadOnlyCollection<string> Languages => inner.Languages;

    /// <inheritdoc />
    public async Task<SpeechRecognition> RecognizeAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await inner.RecognizeAsync(audio, request, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }
}
