namespace CallIntake.Engine.Speech.Recognition;

/// <summary>What a chain heard, and which languages the recogniser that heard it is fit for.</summary>
internal sealed record ChainResult(SpeechRecognition Recognition, IReadOnlyCollection<string> Languages);

/// <summary>
/// Recognisers of a language in order: the next is asked only where one before it failed. An empty text is an answer, not a failure;
/// a caller who hung up (cancellation) is no failure either. Immutable.
/// </summary>
internal sealed class RecognizerChain(string language, IReadOnlyList<ISpeechRecognizer> recognizers)
{
    /// <summary>The language it hears (ru, kk).</summary>
    public string Language => language;

    /// <summary>Whether the first recogniser does not listen to sound.</summary>
    public bool HearsSilence => recognizers[0] is IHearsSilence;

    /// <summary>The recognisers of the chain that are fit for its language; null where there is none.</summary>
    public RecognizerChain? Fit() => recognizers.Where(recognizer => recognizer.Languages.Contains(language, StringComparer.Ordinal)).ToArray() is { Length: > 0 } fit
        ? new RecognizerChain(language, fit)
        : null;

    /// <summary>Whether a recogniser of this name stands in the chain.</summary>
    public bool Contains(string recognizer) =>
        recognizers.Any(member => recognizer.StartsWith(member.Name, StringComparison.Ordinal));

    /// <summary>Hears one utterance.</summary>
    /// <exception cref="SpeechException">All recognisers failed.</exception>
    public async Task<ChainResult> HearAsync(SpeechAudio audio, RecognitionRequest request, CancellationToken cancellationToken)
    {
        var causes = new List<string>();
        Exception? last = null;
        foreach (var recognizer in recognizers)
        {
            // A recogniser cannot be told to expect a language that it does not know.
            var expected = request.Language is { } wanted && recognizer.Languages.Contains(wanted, StringComparer.Ordinal) ? wanted : null;
            try
            {
                var heard = await recognizer.RecognizeAsync(audio, request with { Language = expected }, cancellationToken);
                return new ChainResult(heard, recognizer.Languages);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Providers promise SpeechException; a mistake in one must not cost the call its chain.
                causes.Add(exception is SpeechException ? exception.Message : $"{recognizer.Name}: {exception.GetType().Name}: {exception.Message}");
                last = exception;
            }
        }

        throw new SpeechException($"No recogniser of {RecognitionOptions.SectionName}:Chains:{language} could hear: {string.Join(' ', causes)}", last);
    }
}
