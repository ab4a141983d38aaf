using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Scoring;
using CallIntake.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Tests.Triage;

public sealed class CorrectionCaseTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 3, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider _provider = TriageFixture.Provider([]);

    [Fact]
    public void A_corrected_call_becomes_a_labelled_case_that_reads_back()
    {
        var call = Sample(new Correction("urgency", "low", "high", "aigerim", At), new Correction("weapons", "false", "true", "aigerim", At));
        var labelled = TriageCorrectionsCommand.ToCase(call, _provider.GetRequiredService<IAddressReader>())!;
        var read = JsonSerializer.Deserialize<LabelledCase>(JsonSerializer.Serialize(labelled, TriageJson.Compact), TriageJson.Compact)!;
        Assert.Equal((Urgency.High, "noise", true, "operators"), (read.Urgency, read.Category, read.Weapons, read.Author()));
        Assert.Equal("соседи шумят\nу него нож", read.Text);
    }

    [Fact]
    public void Calls_without_corrections_and_test_calls_are_left_out()
    {
        var reader = _provider.GetRequiredService<IAddressReader>();
        Assert.Null(TriageCorrectionsCommand.ToCase(Sample(), reader));
        Assert.Null(TriageCorrectionsCommand.ToCase(Sample(new Correction("urgency", "low", "high", "a", At)) with { IsTest = true }, reader));
    }

    public void Dispose() => _provider.Dispose();

    private static Call Sample(params Correction[] corrections) => new()
    {
        Id = Guid.CreateVersion7(At),
        StartedAt = At,
        Turns = [new CallTurn(Speaker.Caller, 0, "соседи шумят", 1), new CallTurn(Speaker.Intake, -1, "Есть оружие?", 3), new CallTurn(Speaker.Caller, 1, "у него нож", 5)],
        Record = new TriageRecord { Urgency = Urgency.Low, Category = "noise", Summary = "соседи шумят", Language = "ru" },
        Corrections = corrections,
    };
}
