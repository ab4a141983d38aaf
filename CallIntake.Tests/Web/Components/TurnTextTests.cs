using CallIntake.Engine.Calls;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Calls;
using FsCheck.Xunit;

namespace CallIntake.Tests.Web.Components;

public sealed class TurnTextTests
{
    [Fact]
    public void Raising_words_doubtful_words_and_times_come_out_of_one_turn()
    {
        var turn = new CallTurn(Speaker.Caller, 0, "он бьёт меня", 10, Words:
        [
            new RecognizedWord("он", 0, 0.2, 0.9), new RecognizedWord("бьёт", 0.3, 0.6, 0.4), new RecognizedWord("меня", 0.7, 1, 0.9),
        ]);

        var pieces = TurnText.Pieces(turn, [new TriageSignal("violence_now", "бьёт", 0, 3, 7)]);

        Assert.Equal(
            [new("он", JumpTo: 10), new(" "), new("бьёт", Raised: true, Doubtful: true, JumpTo: 10.3), new(" "), new TextPiece("меня", JumpTo: 10.7)],
            pieces);
    }

    [Fact]
    public void Signals_of_other_turns_and_outside_the_text_mark_nothing()
    {
        var turn = new CallTurn(Speaker.Caller, 1, "короткий", 0);

        var pieces = TurnText.Pieces(turn, [new("x", "бьёт", 0, 0, 4), new("x", "x", 1, 4, 400), new("x", "x", 1, -3, 2)]);

        Assert.Equal([new TextPiece("короткий")], pieces);
    }

    [Property]
    public bool Joined_the_pieces_are_exactly_the_text(string? text, int start, int length, string? word)
    {
        var turn = new CallTurn(Speaker.Caller, 0, text ?? string.Empty, 0, Words: [new RecognizedWord(word ?? string.Empty, 0, 1, 0.2)]);
        var pieces = TurnText.Pieces(turn, [new TriageSignal("x", string.Empty, 0, start, start + length)]);
        return string.Concat(pieces.Select(piece => piece.Text)) == turn.Text;
    }

    [Fact]
    public void The_telling_words_begin_shortly_before_the_first_raising_word()
    {
        var words = string.Concat(TellingWords.Of(SomeCall.Domestic()).Select(piece => piece.Text));

        Assert.Contains("бьёт", words, StringComparison.Ordinal);
        Assert.Contains("дверь ломает", words, StringComparison.Ordinal);
        Assert.True(words.Length <= 162);
    }

    [Fact]
    public void The_telling_words_of_a_long_story_are_cut_at_both_ends()
    {
        var text = string.Concat(Enumerable.Repeat("слово ", 40)) + "убью" + string.Concat(Enumerable.Repeat(" потом", 60));
        var at = text.IndexOf("убью", StringComparison.Ordinal);
        var call = SomeCall.Of(Urgency.Critical) with
        {
            Turns = [new CallTurn(Speaker.Caller, 0, text, 0)],
            Record = SomeCall.Judged(Urgency.Critical, "threats") with { Signals = [new("threat", "убью", 0, at, at + 4)] },
        };

        var pieces = TellingWords.Of(call);

        Assert.Equal("…", pieces[0].Text);
        Assert.Equal("…", pieces[^1].Text);
        Assert.Equal("убью", Assert.Single(pieces, piece => piece.Raised).Text);
    }
}
