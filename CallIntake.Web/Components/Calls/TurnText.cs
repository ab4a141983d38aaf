using CallIntake.Engine.Calls;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Components.Calls;

/// <summary>Cuts a turn into pieces: raising words from the signals, doubtful words and times from the recogniser. Pure.</summary>
public static class TurnText
{
    /// <summary>Words under this confidence are dotted.</summary>
    public const double DoubtfulBelow = 0.5;

    /// <summary>The pieces of a turn; joined they are exactly its text.</summary>
    public static IReadOnlyList<TextPiece> Pieces(CallTurn turn, IReadOnlyList<TriageSignal> signals)
    {
        var raised = RaisedOf(turn, signals);
        var words = Place(turn.Text, turn.Words ?? []);
        int[] cuts = [.. new[] { 0, turn.Text.Length }
            .Concat(raised.SelectMany(range => new[] { range.Start, range.End }))
            .Concat(words.SelectMany(word => new[] { word.Start, word.End }))
            .Distinct().Order()];
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => Piece(turn, start, end, raised, words))];
    }

    /// <summary>The signals of a turn that lie within its text.</summary>
    public static IReadOnlyList<(int Start, int End)> RaisedOf(CallTurn turn, IReadOnlyList<TriageSignal> signals) => turn.Speaker != Speaker.Caller
        ? []
        : [.. signals
            .Where(signal => signal.Turn == turn.Index && signal.Start >= 0 && signal.End > signal.Start && signal.End <= turn.Text.Length)
            .Select(signal => (signal.Start, signal.End))];

    private static TextPiece Piece(
        CallTurn turn, int start, int end, IReadOnlyList<(int Start, int End)> raised, IReadOnlyList<PlacedWord> words)
    {
        var word = words.FirstOrDefault(word => word.Start <= start && end <= word.End);
        return new TextPiece(
            turn.Text[start..end],
            raised.Any(range => range.Start <= start && end <= range.End),
            word is { Word.Confidence: < DoubtfulBelow },
            word is null ? null : turn.At + word.Word.Start);
    }

    /// <summary>Finds every recognised word in the text, in order; words that the text spells otherwise are left out.</summary>
    private static List<PlacedWord> Place(string text, IReadOnlyList<RecognizedWord> words)
    {
        var placed = new List<PlacedWord>(words.Count);
        var from = 0;
        foreach (var word in words)
        {
            var spoken = word.Text.Trim();
            var at = spoken.Length == 0 ? -1 : text.IndexOf(spoken, from, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                placed.Add(new PlacedWord(word, at, at + spoken.Length));
                from = at + spoken.Length;
            }
        }

        return placed;
    }

    private sealed record PlacedWord(RecognizedWord Word, int Start, int End);
}
