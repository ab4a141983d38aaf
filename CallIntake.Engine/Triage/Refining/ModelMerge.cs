using CallIntake.Engine.Triage.Address;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>
/// Joins the embedded record and a model's answer: the model may raise the urgency and fill gaps, it never lowers, and what does not occur
/// in the caller's words is refused. Thread-safe.
/// </summary>
internal sealed class ModelMerge(IAddressReader addresses)
{
    private const double SureOfCategory = 0.6;

    /// <summary>The joined record and the fields in which the two disagreed.</summary>
    public (TriageRecord Record, IReadOnlyList<ModelDisagreement> Disagreements) Merge(TriageInput input, TriageRecord embedded, ModelAnswer answer)
    {
        var evidence = new SpokenEvidence(input);
        var record = embedded;
        if (answer.Urgency > record.Urgency)
        {
            record = record with { Urgency = answer.Urgency.Value };
        }

        record = record with
        {
            Category = answer.Category is not null && (embedded.Confidence.Category < SureOfCategory || embedded.Category == Categories.Other) ? answer.Category : record.Category,
            CurrentDanger = record.CurrentDanger || record.Urgency == Urgency.Critical || (answer.CurrentDanger == true && record.Urgency >= Urgency.High),
            Weapons = record.Weapons || (answer.Weapons == true && record.Signals.Any(signal => signal.Kind is "knife" or "gun" or "shots" or "weapon_now")),
            PeopleInvolved = record.PeopleInvolved ?? (answer.PeopleInvolved is { } people && evidence.HasNumber(people) ? people : null),
            RecommendedDepartment = record.RecommendedDepartment ?? (record.Urgency >= Urgency.Medium ? answer.Department : null),
            Summary = answer.Summary is not null && evidence.HasMost(answer.Summary) ? answer.Summary : record.Summary,
        };
        record = record with { AlsoNotify = [.. record.AlsoNotify.Union(answer.AlsoNotify, StringComparer.Ordinal).Where(name => name != record.RecommendedDepartment)] };
        record = FillAddress(record, answer, evidence);
        return (WithHumanReasons(embedded, record), Compare(embedded, answer));
    }

    private TriageRecord FillAddress(TriageRecord record, ModelAnswer answer, SpokenEvidence evidence)
    {
        if (record.Address is not null || answer.Address is null || !evidence.HasAll(answer.Address))
        {
            return record;
        }

        var reading = addresses.Read([new TriageTurn(0, answer.Address)]);
        return reading.Normal is null
            ? record
            : record with { Address = reading.Normal, AddressParts = reading.Parts, Confidence = record.Confidence with { Address = Math.Min(0.5, reading.Confidence) } };
    }

    private static TriageRecord WithHumanReasons(TriageRecord embedded, TriageRecord record)
    {
        if (record.Urgency <= embedded.Urgency)
        {
            return record;
        }

        record = record.Urgency == Urgency.Critical ? record.WithHumanReason(HumanReasons.Critical) : record;
        return record.Urgency >= Urgency.High ? record.WithHumanReason(HumanReasons.Urgent) : record;
    }

    private static IReadOnlyList<ModelDisagreement> Compare(TriageRecord embedded, ModelAnswer answer)
    {
        (string Field, string? Embedded, string? Model)[] fields =
        [
            ("urgency", embedded.Urgency.Code(), answer.Urgency?.Code()), ("category", embedded.Category, answer.Category),
            ("recommended_department", embedded.RecommendedDepartment, answer.Department), ("weapons", Code(embedded.Weapons), Code(answer.Weapons)),
            ("current_danger", Code(embedded.CurrentDanger), Code(answer.CurrentDanger)),
        ];
        return [.. fields.Where(field => field.Model is not null && field.Model != field.Embedded).Select(field => new ModelDisagreement(field.Field, field.Embedded, field.Model))];
    }

    private static string? Code(bool? value) => value switch { true => "true", false => "false", null => null };
}
