using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Components.Calls;

/// <summary>The words of a call that tell most, short enough for one line of a card. Pure.</summary>
public static class TellingWords
{
    private const int Lead = 28;
    private const int Longest = 160;

    /// <summary>
    /// The turn with the most raising words, from a little before the first of them; else the longest turn of the caller; none where
    /// nothing was understood.
    /// </summary>
    public static IReadOnlyList<TextPiece> Of(Call call)
    {
        var signals = call.Record?.Signals ?? [];
        var turn = call.Turns
            .Where(turn => turn.Speaker == Speaker.Caller && !string.IsNullOrWhiteSpace(turn.Text))
            .MaxBy(turn => (TurnText.RaisedOf(turn, signals).Count, turn.Text.Length));
        return turn is null ? [] : Cut(turn, signals);
    }

    private static List<TextPiece> Cut(CallTurn turn, IReadOnlyList<TriageSignal> signals)
    {
        var raised = TurnText.RaisedOf(turn, signals);
        var start = raised.Count == 0 ? 0 : WordStart(turn.Text, raised.Min(range => range.Start) - Lead);
        var end = Math.Min(turn.Text.Length, start + Longest);
        var pieces = new List<TextPiece>();
        if (start > 0)
        {
            pieces.Add(new TextPiece("…"));
        }

        var at = 0;
        foreach (var piece in TurnText.Pieces(turn with { Words = null }, signals))
        {
            var from = Math.Max(at, start);
            var to = Math.Min(at + piece.Text.Length, end);
            if (to > from)
            {
                pieces.Add(piece with { Text = turn.Text[from..to] });
            }

            at += piece.Text.Length;
        }

        if (end < turn.Text.Length)
        {
            pieces.Add(new TextPiece("…"));
        }

        return pieces;
    }

    private static int WordStart(string text, int at)
    {
        if (at <= 0)
        {
            return 0;
        }

        var space = text.IndexOf(' ', at);
        return space < 0 ? at : space + 1;
    }
}
