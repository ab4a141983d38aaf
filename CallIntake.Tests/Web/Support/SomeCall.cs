using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;

namespace CallIntake.Tests.Web.Support;

/// <summary>Calls for tests of the console.</summary>
internal static class SomeCall
{
    public const string Operator = "dispatcher";

    public const string Words = "Муж пьяный, опять бьёт, дети плачут, он дверь ломает. Иманова девятнадцать.";

    /// <summary>A moment that all tests call now.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 27, 22, 3, 17, TimeSpan.Zero);

    /// <summary>An ended call that nobody has taken, with a record of this urgency.</summary>
    public static Call Of(Urgency urgency, int ageSeconds = 60, string category = "noise") => new()
    {
        Id = Guid.CreateVersion7(Now.AddSeconds(-ageSeconds)),
        StartedAt = Now.AddSeconds(-ageSeconds),
        CallerId = "+77010001234",
        Activity = CallActivity.Ended,
        EndedAt = Now.AddSeconds(-ageSeconds + 30),
        Outcome = "closed",
        Status = CallStatus.New,
        Record = Judged(urgency, category),
    };

    /// <summary>A critical call that goes on, with words, signals, departments and a place that was only said.</summary>
    public static Call Domestic(int ageSeconds = 42) => Of(Urgency.Critical, ageSeconds, "domestic") with
    {
        Activity = CallActivity.HandingOver,
        Status = CallStatus.InProgress,
        EndedAt = null,
        Outcome = null,
        Turns = [new CallTurn(Speaker.Intake, -1, "Что случилось и где?", 0, PromptKey: "what_where"), new CallTurn(Speaker.Caller, 0, Words, 14, "ru", 0.8)],
        Record = Judged(Urgency.Critical, "domestic") with
        {
            Address = "ул. Иманова, 19",
            CurrentDanger = true,
            PeopleInvolved = 2,
            RecommendedDepartment = Departments.Police,
            AlsoNotify = [Departments.Ambulance],
            Language = "ru",
            NeedsHuman = true,
            NeedsHumanReasons = [HumanReasons.Critical],
            Signals = [Signal("бьёт"), Signal("дверь ломает")],
        },
    };

    public static TriageRecord Judged(Urgency urgency, string category) => new()
    {
        Urgency = urgency,
        Category = category,
        Summary = string.Empty,
        Confidence = new TriageConfidence(0.9, 0.9, 0.9, 0.9),
        Sources = new TriageSources("rules-1", null, null, null),
    };

    private static TriageSignal Signal(string words)
    {
        var at = Words.IndexOf(words, StringComparison.Ordinal);
        return new TriageSignal("violence_now", words, 0, at, at + words.Length);
    }
}
