using System.Globalization;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Live;
using Microsoft.Extensions.Localization;

namespace CallIntake.Web.Resources;

/// <summary>Words of the closed lists: one place that knows how their resource keys are made.</summary>
public static class Words
{
    /// <summary>The word of an urgency, from the one table of urgencies.</summary>
    public static string Urgency(Urgency urgency) => Urgencies.Of(urgency).Word(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The name of a category.</summary>
    public static string Category(this IStringLocalizer<SharedText> text, string code) => text["Category_" + code];

    /// <summary>The name of a status.</summary>
    public static string Status(this IStringLocalizer<SharedText> text, CallStatus status) => text["Status_" + Codes.Of(status)];

    /// <summary>What the machine does now.</summary>
    public static string Activity(this IStringLocalizer<SharedText> text, CallActivity activity) => text["Activity_" + Codes.Of(activity)];

    /// <summary>The name of a stage.</summary>
    public static string Stage(this IStringLocalizer<SharedText> text, string stage) => text["Stage_" + stage];

    /// <summary>How a call ended.</summary>
    public static string Disposition(this IStringLocalizer<SharedText> text, Disposition disposition) => text["Disposition_" + Codes.Of(disposition)];

    /// <summary>The short name of a language of a call.</summary>
    public static string Language(this IStringLocalizer<SharedText> text, string code) => text["Language_" + code];

    /// <summary>Why a human is needed, as a sentence.</summary>
    public static string HumanReason(this IStringLocalizer<SharedText> text, string code) => text["HumanReason_" + code];

    /// <summary>Why a human is needed, in a word or two.</summary>
    public static string HumanReasonShort(this IStringLocalizer<SharedText> text, string code) => text["HumanReasonShort_" + code];

    /// <summary>The name of a field that can be corrected.</summary>
    public static string Field(this IStringLocalizer<SharedText> text, string field) => text["Field_" + field];

    /// <summary>What the machine said, in a word or two.</summary>
    public static string Prompt(this IStringLocalizer<SharedText> text, string key) => text["Prompt_" + key];

    /// <summary>The name of a department; nobody for none.</summary>
    public static string Department(this IStringLocalizer<SharedText> text, string? department) => text[department switch
    {
        Departments.Police => "Department_police",
        Departments.Ambulance => "Department_ambulance",
        Departments.Rescue => "Department_rescue",
        Departments.Administration => "Department_administration",
        _ => "Department_none",
    }];

    /// <summary>All that are sent or told: Полиция + Скорая.</summary>
    public static string DepartmentsOf(this IStringLocalizer<SharedText> text, TriageRecord record) => record.RecommendedDepartment is null && record.AlsoNotify.Count == 0
        ? text.Department(null)
        : string.Join(" + ", record.AlsoNotify.Prepend(record.RecommendedDepartment).OfType<string>().Distinct().Select(text.Department));

    /// <summary>A value of a field as corrections store it, in words.</summary>
    public static string FieldValue(this IStringLocalizer<SharedText> text, string field, string? value) => (field, value) switch
    {
        (_, null or "") => text[field == "recommended_department" ? "Department_none" : "Value_none"],
        ("urgency", _) when Urgencies.TryParse(value, out var urgency) => Urgency(urgency),
        ("category", _) => text.Category(value),
        ("current_danger" or "weapons", _) => text[value == "true" ? "Value_yes" : "Value_no"],
        ("recommended_department", _) => text.Department(value),
        _ => value,
    };

    /// <summary>How long something has lasted, in whole seconds or minutes: 12 с, 2 мин.</summary>
    public static string Past(this IStringLocalizer<SharedText> text, TimeSpan length) => length.TotalSeconds < 60
        ? text["Took_s", (int)length.TotalSeconds]
        : text["Past_min", (int)length.TotalMinutes];

    /// <summary>How long a step took: 3 мс, 0,7 с, 12,4 с, 2 мин 05 с.</summary>
    public static string Took(this IStringLocalizer<SharedText> text, TimeSpan length) => length switch
    {
        { TotalMilliseconds: < 100 } => text["Took_ms", Math.Max(0, (int)length.TotalMilliseconds)],
        { TotalSeconds: < 60 } => text["Took_s", length.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture)],
        _ => text["Took_min", (int)length.TotalMinutes, length.Seconds.ToString("00", CultureInfo.InvariantCulture)],
    };
}
