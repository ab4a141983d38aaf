using CallIntake.Engine.Conversation;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Conversation;

public sealed class DialogueTests
{
    private static readonly IntakeOptions Options = new();

    [Fact]
    public void A_place_is_asked_for_first()
    {
        var step = Dialogue.Next(new DialogueState(), Record("noise", address: null), Options);

        Assert.Equal(new DialogueStep(DialogueAction.Ask, Prompts.AskAddress), step);
    }

    [Fact]
    public void The_event_is_asked_for_when_only_the_place_is_known()
    {
        var step = Dialogue.Next(new DialogueState(), Record(Categories.Other), Options);

        Assert.Equal(new DialogueStep(DialogueAction.Ask, Prompts.AskWhat), step);
    }

    [Theory]
    [InlineData(Urgency.Critical, Prompts.ToOperatorNow, HumanReasons.Critical)]
    [InlineData(Urgency.High, Prompts.ToOperator, HumanReasons.Urgent)]
    public void Urgent_calls_are_asked_nothing(Urgency urgency, string prompt, string reason)
    {
        var step = Dialogue.Next(new DialogueState(), Record("assault", urgency, address: null), Options);

        Assert.Equal(new DialogueStep(DialogueAction.HandOver, prompt, reason), step);
    }

    [Fact]
    public void Whether_it_goes_on_then_weapons_then_how_many_are_asked_then_the_address_is_read_back()
    {
        var state = new DialogueState { CanReadBack = true };
        var record = Record("assault", Urgency.Medium);
        var asked = new List<string>();
        for (var step = Dialogue.Next(state, record, Options); step.Action is DialogueAction.Ask or DialogueAction.ReadBack; step = Dialogue.Next(state, record, Options))
        {
            asked.Add(step.PromptKey);
            state = state.AfterAsking(step.PromptKey);
        }

        Assert.Equal([Prompts.AskDanger, Prompts.AskWeaponInjured, Prompts.AskPeople, Prompts.ConfirmBefore], asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Never_more_questions_than_configured(int maximum)
    {
        var options = new IntakeOptions { MaximumQuestions = maximum };
        var state = new DialogueState { CanReadBack = true };
        var record = Record("assault", Urgency.Medium, address: null);
        var step = Dialogue.Next(state, record, options);
        while (step.Action is DialogueAction.Ask or DialogueAction.ReadBack)
        {
            state = state.AfterAsking(step.PromptKey);
            Assert.True(state.Asked.Count <= maximum);
            step = Dialogue.Next(state, record, options);
        }

        Assert.Equal(DialogueAction.HandOver, step.Action);
        Assert.Equal(HumanReasons.Incomplete, step.Reason);
    }

    [Fact]
    public void A_call_without_a_place_is_never_closed_by_the_machine_unless_it_needs_none()
    {
        var exhausted = new DialogueState().AfterAsking("a").AfterAsking("b").AfterAsking("c").AfterAsking("d");
        foreach (var category in Categories.All)
        {
            var step = Dialogue.Next(exhausted, Record(category, Urgency.Low, address: null), Options);
            var needsNone = category is "info_request" or "false_call" or "wrong_number";
            Assert.Equal(needsNone ? DialogueAction.Close : DialogueAction.HandOver, step.Action);
        }
    }

    [Fact]
    public void Not_understood_once_is_asked_again_and_twice_goes_to_a_human()
    {
        var once = new DialogueState().AfterNotUnderstood();
        var doubtful = Record("noise").WithHumanReason(HumanReasons.LowConfidence);

        Assert.Equal(Prompts.Repeat, Dialogue.Next(once, doubtful, Options).PromptKey);
        var twice = Dialogue.Next(once.AfterAsking(Prompts.Repeat).AfterNotUnderstood(), doubtful, Options);
        Assert.Equal((DialogueAction.HandOver, HumanReasons.LowConfidence), (twice.Action, twice.Reason));
    }

    [Theory]
    [InlineData(HumanReasons.Asked)]
    [InlineData(HumanReasons.Language)]
    [InlineData(HumanReasons.Withdrawn)]
    [InlineData(HumanReasons.Unclear)]
    public void Whatever_needs_a_human_goes_to_one(string reason)
    {
        var step = Dialogue.Next(new DialogueState(), Record("noise", Urgency.Low).WithHumanReason(reason), Options);

        Assert.Equal((DialogueAction.HandOver, reason), (step.Action, step.Reason));
    }

    [Fact]
    public void A_rejected_address_is_asked_for_again()
    {
        var state = new DialogueState { CanReadBack = true }.AfterAsking(Prompts.ConfirmBefore) with { AddressRejected = true };

        Assert.Equal(Prompts.AskAddress, Dialogue.Next(state, Record("noise", Urgency.Low), Options).PromptKey);
    }

    [Theory]
    [InlineData("utility", Prompts.AcceptedUtility)]
    [InlineData("info_request", Prompts.AcceptedInformation)]
    [InlineData("wrong_number", Prompts.WrongNumber)]
    [InlineData("false_call", Prompts.WrongNumber)]
    [InlineData("noise", Prompts.Accepted)]
    public void The_closing_sentence_fits_the_cause(string category, string prompt)
    {
        Assert.Equal(new DialogueStep(DialogueAction.Close, prompt), Dialogue.Next(new DialogueState(), Record(category, Urgency.Low), Options));
    }

    private static TriageRecord Record(string category, Urgency urgency = Urgency.Low, string? address = "улица Абая, 28") => new()
    {
        Urgency = urgency,
        Category = category,
        Address = address,
        Summary = string.Empty,
    };
}
