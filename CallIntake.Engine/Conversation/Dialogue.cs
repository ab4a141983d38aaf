using System.Collections.Frozen;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Conversation;

/// <summary>
/// Decides what is said next. Pure. A human is the default: the machine closes a call only where nothing speaks against it. Order of the
/// questions: place; what and whether it goes on; weapons or injured; how many; then the address is read back.
/// </summary>
public static class Dialogue
{
    private const int AddressTries = 2;

    private static readonly FrozenSet<string> NeedNoPlace = FrozenSet.ToFrozenSet(["info_request", "false_call", "wrong_number"]);

    private static readonly FrozenSet<string> MayGoOn = FrozenSet.ToFrozenSet(
    [
        "theft", "robbery", "burglary", "assault", "domestic", "sexual_assault", "threats", "weapons", "suspicious_person", "hooliganism",
        "trespass", "animal", "fraud", "property_damage",
    ]);

    private static readonly FrozenSet<string> Violent = FrozenSet.ToFrozenSet(
        ["robbery", "assault", "domestic", "sexual_assault", "threats", "weapons", "hooliganism"]);

    private static readonly FrozenSet<string> NumberMatters = FrozenSet.ToFrozenSet(["assault", "robbery", "hooliganism", "trespass"]);

    /// <summary>The next step after a turn has been judged.</summary>
    public static DialogueStep Next(DialogueState state, TriageRecord record, IntakeOptions options)
    {
        if (HumanReason(state, record, options) is { } reason)
        {
            return HandOver(record, reason);
        }

        var canAsk = state.Asked.Count < options.MaximumQuestions;
        if (state.LastNotUnderstood)
        {
            return canAsk ? new DialogueStep(DialogueAction.Ask, Prompts.Repeat) : HandOver(record, HumanReasons.Incomplete);
        }

        if (Needed(state, record) is { } needed)
        {
            // Without a place or an event nobody can be sent: such a call is not closed by a machine.
            return canAsk && state.Times(needed) < AddressTries
                ? new DialogueStep(DialogueAction.Ask, needed)
                : HandOver(record, HumanReasons.Incomplete);
        }

        if (canAsk && Wanted(record).FirstOrDefault(question => state.Times(question) == 0) is { } wanted)
        {
            return new DialogueStep(DialogueAction.Ask, wanted);
        }

        return canAsk && ShouldReadBack(state, record) ? new DialogueStep(DialogueAction.ReadBack, Prompts.ConfirmBefore) : Closing(record);
    }

    /// <summary>A hand-over with the phrase that fits the urgency.</summary>
    public static DialogueStep HandOver(TriageRecord record, string reason) =>
        new(DialogueAction.HandOver, record.Urgency == Urgency.Critical ? Prompts.ToOperatorNow : Prompts.ToOperator, reason);

    /// <summary>Why a human is needed now; null where the machine may go on.</summary>
    private static string? HumanReason(DialogueState state, TriageRecord record, IntakeOptions options) => record switch
    {
        { Urgency: Urgency.Critical } => HumanReasons.Critical,
        _ when state.AskedForPerson => HumanReasons.Asked,
        _ when record.Urgency >= options.HandOverFrom => HumanReasons.Urgent,
        _ when state.NotUnderstood >= 2 => HumanReasons.LowConfidence,
        { NeedsHuman: true } => FinalReason(state, record),
        _ => null,
    };

    // A doubt about what was heard is first met by asking again; every other reason is final.
    private static string? FinalReason(DialogueState state, TriageRecord record) =>
        record.NeedsHumanReasons.FirstOrDefault(reason => reason is not (HumanReasons.LowConfidence or HumanReasons.Unclear))
        ?? (state.LastNotUnderstood ? null : record.NeedsHumanReasons is [var doubt, ..] ? doubt : HumanReasons.Unclear);

    /// <summary>What must be known before the machine may close a call.</summary>
    private static string? Needed(DialogueState state, TriageRecord record)
    {
        if (NeedNoPlace.Contains(record.Category))
        {
            return null;
        }

        var eventKnown = record.Category != Categories.Other;
        return record.Address is null || state.AddressRejected
            ? !eventKnown && state.Times(Prompts.AskAddress) > 0 && state.Times(Prompts.AskWhat) == 0 ? Prompts.AskWhat : Prompts.AskAddress
            : eventKnown ? null : Prompts.AskWhat;
    }

    /// <summary>What is asked once if it is not known.</summary>
    private static IEnumerable<string> Wanted(TriageRecord record)
    {
        if (MayGoOn.Contains(record.Category) && !record.CurrentDanger && record.Urgency >= Urgency.Medium)
        {
            yield return Prompts.AskDanger;
        }

        if (Violent.Contains(record.Category) && !record.Weapons)
        {
            yield return Prompts.AskWeaponInjured;
        }

        if (NumberMatters.Contains(record.Category) && record.PeopleInvolved is null)
        {
            yield return Prompts.AskPeople;
        }
    }

    private static bool ShouldReadBack(DialogueState state, TriageRecord record) =>
        state.CanReadBack && record is { Address: not null, AddressConfirmed: false } && state.Times(Prompts.ConfirmBefore) < AddressTries;

    private static DialogueStep Closing(TriageRecord record) => new(DialogueAction.Close, record.Category switch
    {
        "utility" => Prompts.AcceptedUtility,
        "info_request" => Prompts.AcceptedInformation,
        "false_call" or "wrong_number" => Prompts.WrongNumber,
        _ => Prompts.Accepted,
    });
}
