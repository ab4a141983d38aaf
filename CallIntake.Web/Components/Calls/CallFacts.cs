using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Web.Components.Calls;

/// <summary>What the console says about a call beyond its fields: what is a guess, what an operator said, how the place stands. Pure.</summary>
public static class CallFacts
{
    /// <summary>Values the machine is less sure of than this are marked as guesses.</summary>
    public const double GuessBelow = 0.6;

    /// <summary>How the place is known.</summary>
    public static AddressState AddressOf(Call call) => call.Effective switch
    {
        null or { Address: null or "" } => AddressState.Missing,
        _ when IsCorrected(call, "address") => AddressState.Corrected,
        { AddressConfirmed: true } => AddressState.Confirmed,
        _ => AddressState.Said,
    };

    /// <summary>Whether an operator has put a value of this field.</summary>
    public static bool IsCorrected(Call call, string field) => call.Corrections.Any(correction => correction.Field == field);

    /// <summary>The operator's last value of a field; null where there is none.</summary>
    public static Correction? CorrectionOf(Call call, string field) => call.Corrections.LastOrDefault(correction => correction.Field == field);

    /// <summary>
    /// How sure the machine is of a field, 0 to 1; null where it does not say, or an operator has said otherwise. Language and summary are
    /// as sure as the words they come from.
    /// </summary>
    public static double? ConfidenceOf(Call call, string field) => call.Record is not { } record || IsCorrected(call, field)
        ? null
        : field switch
        {
            "urgency" => record.Confidence.Urgency,
            "category" => record.Confidence.Category,
            "address" when record.Address is not null && !record.AddressConfirmed => record.Confidence.Address,
            "language" when record.Language is not null => record.Confidence.Transcript,
            "summary" when record.Summary.Length > 0 => record.Confidence.Transcript,
            _ => null,
        };

    /// <summary>Whether the value of a field is only a guess of the machine.</summary>
    public static bool IsGuess(Call call, string field) =>
        call.Record is null ? field == "urgency" : ConfidenceOf(call, field) < GuessBelow;

    /// <summary>Part that decided a field, as the end of a resource key: operator, recognition, model, classifier, rules; null where nobody has.</summary>
    public static string? OriginOf(Call call, string field) => call.Record?.Sources switch
    {
        _ when IsCorrected(call, field) => "operator",
        null => null,
        _ when field == "language" => "recognition",
        { Model: not null } => "model",
        { Classifier: not null } when field == "category" => "classifier",
        { Rules: not null } => "rules",
        _ => null,
    };

    /// <summary>What became of the machine's part of the call, as a resource key; null while it goes on.</summary>
    public static string? EndingOf(Call call) => call switch
    {
        { Activity: not CallActivity.Ended } => null,
        { HungUp: true } => "Ended_hungUp",
        { Outcome: "closed" } => "Ended_closed",
        { Outcome: "operator" } => "Ended_operator",
        _ => "Activity_ended",
    };
}
