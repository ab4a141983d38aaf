using CallIntake.Engine.Speech;

namespace CallIntake.Tests.Calls;

/// <summary>Hears what the fake line's caller said in each recording.</summary>
internal sealed class FakeTranscriber(FakeLine line) : ITranscriber
{
    public Exception? Failure { get; set; }

    public bool KnowsKazakh { get; set; }

    /// <summary>The language each turn was expected in.</summary>
    public List<string?> Expected { get; } = [];

    public Task<Transcription> TranscribeAsync(string wavPath, RecognitionRequest request, CancellationToken cancellationToken)
    {
        Expected.Add(request.Language);
        if (Failure is not null)
        {
            return Task.FromException<Transcription>(Failure);
        }

        var action = wavPath.EndsWith("-joined.wav", StringComparison.Ordinal) ? Joined(wavPath[..^"-joined.wav".Length]) : line.Recordings[wavPath];
        var recognition = new SpeechRecognition(action.Text, action.Text.Length > 0 ? action.Language : null, 0.9, action.Confidence, [], "fake");
        IReadOnlyList<SpeechSegment> speech = action.Text.Length > 0 || action.Unheard ? [new SpeechSegment(0, 1)] : [];
        return Task.FromResult(new Transcription(recognition, speech, action.HasSound, TimeSpan.FromSeconds(action.Seconds), KnowsKazakh || action.Language != "kk", TimeSpan.Zero));
    }

    private CallerAction Joined(string beginning)
    {
        var pieces = line.Recordings.Where(recording => recording.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(recording => recording.Value).ToList();
        return pieces[0] with { Text = string.Join(' ', pieces.Select(piece => piece.Text)) };
    }
}
