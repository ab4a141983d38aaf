using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Text;
using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Triage;

/// <summary>
/// The judgement without any network: rules give signals and the floor, a trained model (or the rules alone) the rest. Deterministic,
/// thread-safe; a failure inside gives a record that sends the call to a human.
/// </summary>
internal sealed class EmbeddedTriage(
    RuleBook book,
    ICallJudge judge,
    IAddressReader addresses,
    IPeopleCounter people,
    TriageOptions options,
    ILogger<EmbeddedTriage> logger) : ITriage
{
    private const double LowTranscript = 0.4;

    private readonly FactReader _facts = new(book);
    private readonly int _retract = book.IndexOf("retract");

    public TriageRecord Assess(TriageInput input)
    {
        try
        {
            return AssessTurns([.. input.Turns.Where(turn => turn?.Text is not null)]);
        }
#pragma warning disable CA1031 // The promise of ITriage: any text gives a record. Whatever breaks goes to a human and to the log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.AssessmentFailed(exception);
            return Failed();
        }
    }

    private TriageRecord AssessTurns(IReadOnlyList<TriageTurn> turns)
    {
        var facts = _facts.Read(Tokenizer.Read(turns));
        if (facts.Call.Tokens.Length == 0)
        {
            return Silent();
        }

        var judgement = judge.Judge(facts);
        var urgency = Raise(turns, Urgencies.Higher(judgement.Urgency, facts.Floor), judgement, out var withdrawn);
        var record = Write(facts, judgement, urgency);
        record = ReadPlace(record, turns);
        record = Answer(record, turns);
        return WithHumanReasons(record, judgement, withdrawn, turns);
    }

    // What was once said stays: a later turn, least of all a withdrawal under pressure, does not lower.
    private Urgency Raise(IReadOnlyList<TriageTurn> turns, Urgency urgency, Judgement judgement, out bool withdrawn)
    {
        withdrawn = false;
        for (var count = 1; count < turns.Count; count++)
        {
            var facts = _facts.Read(Tokenizer.Read([.. turns.Take(count)]));
            var before = facts.Call.Tokens.Length == 0 ? Urgency.Low : Urgencies.Higher(facts.Floor, judge.Judge(facts).Urgency);
            withdrawn |= before >= Urgency.High && TakesBack(turns[count]);
            urgency = Urgencies.Higher(urgency, before);
        }

        return urgency;
    }

    private bool TakesBack(TriageTurn turn) => _facts.Read(Tokenizer.Read([turn])).Mentions.Any(mention => mention.Concept == _retract);

    private TriageRecord Write(CallFacts facts, Judgement judgement, Urgency urgency) => new()
    {
        Urgency = urgency,
        Category = judgement.Category,
        CurrentDanger = judgement.Danger || (urgency == Urgency.Critical && (facts.Floor == Urgency.Critical || judgement.Urgency < Urgency.Critical)),
        Weapons = judgement.Weapons,
        RecommendedDepartment = judgement.Department ?? (IsLikelyUrgent(facts, judgement, urgency) ? Departments.Police : null),
        AlsoNotify = [.. judgement.AlsoNotify.Where(name => name != judgement.Department)],
        Summary = Summaries.Of(facts),
        Language = LanguageOf(facts.Call, judgement),
        Signals = [.. facts.Signals.OrderBy(signal => signal.Turn).ThenBy(signal => signal.Start).ThenBy(signal => signal.Kind, StringComparer.Ordinal)],
        Confidence = new TriageConfidence(
            Round(judgement.UrgencyChances[(int)urgency]),
            Round(judgement.CategoryChance),
            0,
            Round(facts.Call.Turns.Min(turn => turn.Confidence) ?? 1)),
        Sources = new TriageSources(book.Version, judge.Version, null, null),
    };

    // Thresholds grade too high on purpose; somebody is sent to a call that seemed to need nobody only where it is more likely urgent than not.
    private static bool IsLikelyUrgent(CallFacts facts, Judgement judgement, Urgency urgency) => urgency >= Urgency.High
        && (facts.Floor >= Urgency.High || judgement.Urgency < urgency || judgement.UrgencyChances.Skip((int)Urgency.High).Sum() >= 0.5);

    private TriageRecord ReadPlace(TriageRecord record, IReadOnlyList<TriageTurn> turns)
    {
        var place = addresses.Read(turns);
        return record with
        {
            Address = place.Normal,
            AddressParts = place.Parts,
            PeopleInvolved = people.Count(turns).People,
            Confidence = record.Confidence with { Address = Round(place.Confidence) },
        };
    }

    private static TriageRecord Answer(TriageRecord record, IReadOnlyList<TriageTurn> turns)
    {
        foreach (var turn in turns)
        {
            var yes = turn.AnswerTo is "ask_danger" or "ask_weapon_injured" ? Answers.Read(turn.Text) : null;
            if (yes is true)
            {
                record = record.AtLeast(Urgency.High);
                record = turn.AnswerTo == "ask_danger" ? record with { CurrentDanger = true } : record;
                record = record with
                {
                    RecommendedDepartment = record.RecommendedDepartment ?? Departments.Police,
                    Signals = [.. record.Signals, new TriageSignal(turn.AnswerTo == "ask_danger" ? "danger_confirmed" : "weapon_or_injured_confirmed", turn.Text, turn.Index, 0, turn.Text.Length)],
                };
            }
            else if (yes is false && turn.AnswerTo == "ask_danger" && record.Urgency < Urgency.High)
            {
                record = record with { CurrentDanger = false };
            }
        }

        return record;
    }

    private TriageRecord WithHumanReasons(TriageRecord record, Judgement judgement, bool withdrawn, IReadOnlyList<TriageTurn> turns)
    {
        record = record.Urgency == Urgency.Critical ? record.WithHumanReason(HumanReasons.Critical) : record;
        record = record.Urgency >= options.HumanFrom ? record.WithHumanReason(HumanReasons.Urgent) : record;
        record = withdrawn ? record.WithHumanReason(HumanReasons.Withdrawn) : record;
        record = judgement.Doubtful && record.Urgency < options.HumanFrom ? record.WithHumanReason(HumanReasons.Unclear) : record;
        return turns.Any(turn => turn.Confidence < LowTranscript) ? record.WithHumanReason(HumanReasons.LowConfidence) : record;
    }

    private static string? LanguageOf(TokenizedCall call, Judgement judgement)
    {
        var heard = call.Turns.Select(turn => turn.Language).Where(language => language is "ru" or "kk" or "mixed").Distinct(StringComparer.Ordinal).ToArray();
        return heard.Length switch
        {
            0 => judgement.Language ?? SpokenLanguage.Detect(call),
            1 => heard[0],
            _ => "mixed",
        };
    }

    private TriageRecord Silent() => new TriageRecord
    {
        Urgency = Urgency.High,
        Category = Categories.SilentCall,
        CurrentDanger = true,
        RecommendedDepartment = Departments.Police,
        Summary = string.Empty,
        Sources = new TriageSources(book.Version, null, null, null),
    }.WithHumanReason(HumanReasons.Silent);

    private TriageRecord Failed() => new TriageRecord
    {
        Urgency = Urgency.High,
        Category = Categories.Other,
        CurrentDanger = true,
        RecommendedDepartment = Departments.Police,
        Summary = string.Empty,
        Sources = new TriageSources(book.Version, judge.Version, null, null),
    }.WithHumanReason(HumanReasons.Failure);

    private static double Round(double value) => Math.Round(Math.Clamp(value, 0, 1), 2);
}
