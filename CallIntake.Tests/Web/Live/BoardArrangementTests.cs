using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Live;

namespace CallIntake.Tests.Web.Live;

public sealed class BoardArrangementTests
{
    private static readonly BoardFilter OnlyLow = BoardFilter.All with { Urgencies = ["low"] };

    [Fact]
    public void Untaken_calls_come_first_then_the_most_urgent_then_the_oldest()
    {
        var taken = SomeCall.Of(Urgency.Critical, 500) with { AcknowledgedBy = "a" };
        var closed = SomeCall.Of(Urgency.Critical, 600) with { Status = CallStatus.Closed };
        var youngHigh = SomeCall.Of(Urgency.High, 10);
        var oldHigh = SomeCall.Of(Urgency.High, 90);
        var low = SomeCall.Of(Urgency.Low, 900);
        var critical = SomeCall.Of(Urgency.Critical, 5);

        var arrangement = Arrange(closed, low, youngHigh, taken, critical, oldHigh);

        Assert.Equal([critical, oldHigh, youngHigh, low, taken, closed], arrangement.Shown);
    }

    [Fact]
    public void While_held_new_calls_wait_and_nothing_moves_but_cards_change_in_place()
    {
        var low = SomeCall.Of(Urgency.Low, 100);
        var medium = SomeCall.Of(Urgency.Medium, 50);
        var before = Arrange(low, medium);
        var risen = low with { Record = SomeCall.Judged(Urgency.Critical, "domestic"), Version = 1 };
        var arrived = SomeCall.Of(Urgency.Critical, 1);

        var held = before.Next(Board(risen, medium, arrived), BoardFilter.All, held: true);

        Assert.Equal([medium, risen], held.Shown);
        Assert.Equal([arrived], held.Waiting);
        Assert.Equal(1, held.WaitingCritical);
        Assert.Equal([risen, arrived, medium], held.Next(Board(risen, medium, arrived), BoardFilter.All, held: false).Shown);
    }

    [Fact]
    public void A_call_that_leaves_the_board_keeps_its_place_while_held()
    {
        var first = SomeCall.Of(Urgency.High, 100);
        var second = SomeCall.Of(Urgency.High, 50);
        var before = Arrange(first, second);

        Assert.Equal([first, second], before.Next(Board(second), BoardFilter.All, held: true).Shown);
        Assert.Equal([second], before.Next(Board(second), BoardFilter.All, held: false).Shown);
    }

    [Fact]
    public void Hidden_critical_calls_are_counted_unless_closed()
    {
        var open = SomeCall.Of(Urgency.Critical);
        var closed = SomeCall.Of(Urgency.Critical) with { Status = CallStatus.Closed };
        var low = SomeCall.Of(Urgency.Low);

        var arrangement = BoardArrangement.Empty.Next(Board(open, closed, low), OnlyLow, held: false);

        Assert.Equal([low], arrangement.Shown);
        Assert.Equal(2, arrangement.Hidden.Length);
        Assert.Equal(1, arrangement.HiddenCritical);
    }

    [Fact]
    public void A_waiting_call_is_not_called_hidden()
    {
        var arrangement = BoardArrangement.Empty.Next(Board(SomeCall.Of(Urgency.Low)), BoardFilter.All, held: true);

        Assert.Empty(arrangement.Hidden);
        Assert.Single(arrangement.Waiting);
    }

    private static BoardArrangement Arrange(params Call[] calls) => BoardArrangement.Empty.Next(Board(calls), BoardFilter.All, held: false);

    private static ImmutableDictionary<Guid, Call> Board(params Call[] calls) => calls.ToImmutableDictionary(call => call.Id);
}
