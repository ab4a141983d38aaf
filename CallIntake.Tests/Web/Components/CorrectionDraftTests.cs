using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Calls;

namespace CallIntake.Tests.Web.Components;

public sealed class CorrectionDraftTests
{
    [Theory]
    [InlineData("urgency", "low", null, "Correct_reasonNeeded")]
    [InlineData("urgency", "low", "  ", "Correct_reasonNeeded")]
    [InlineData("urgency", "low", "тихо", null)]
    [InlineData("urgency", "critical", null, null)]
    [InlineData("urgency", "soon", null, "Correct_valueWrong")]
    [InlineData("people_involved", "-1", null, "Correct_valueWrong")]
    [InlineData("people_involved", "", null, null)]
    [InlineData("category", "nonsense", "x", "Correct_valueWrong")]
    public void What_is_missing_is_named(string field, string? value, string? reason, string? missing) =>
        Assert.Equal(missing, new CorrectionDraft(field, value, reason).Missing(SomeCall.Of(Urgency.High)));

    [Fact]
    public void Going_below_the_machine_needs_a_reason_even_after_a_lower_correction()
    {
        var call = SomeCall.Of(Urgency.High) with { Corrections = [new Correction("urgency", "high", "low", "a", SomeCall.Now, "тихо")] };

        Assert.True(new CorrectionDraft("urgency", "medium").Lowers(call));
    }
}
