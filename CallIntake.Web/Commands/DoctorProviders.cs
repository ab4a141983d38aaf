using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Providers;
using CallIntake.Engine.Triage.Refining;

namespace CallIntake.Web.Commands;

/// <summary>
/// Tries the recognisers and voices of the chains and the language model. A first choice that cannot work fails; a later one, and what is
/// only slow or unfit, is a warning, as is the language model: the embedded judgement stands without it.
/// </summary>
internal sealed class DoctorProviders(SpeechCheckup speech, LanguageModelProbe model)
{
    /// <summary>The findings, chain by chain.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken) =>
    [
        .. (await speech.ExamineAsync(cancellationToken)).Select(ToFinding),
        await ExamineLanguageModelAsync(cancellationToken),
    ];

    private static Finding ToFinding(ProviderFinding finding)
    {
        var state = finding switch
        {
            { Works: false, Place: 0 } => FindingState.Fail,
            { Works: false } or { IsDoubtful: true } => FindingState.Warn,
            _ => FindingState.Ok,
        };
        return new Finding(state, $"{(finding.Hears ? "hears" : "speaks")} {finding.Language} {finding.Name}".TrimEnd(), finding.Message);
    }

    private async Task<Finding> ExamineLanguageModelAsync(CancellationToken cancellationToken) => await model.AskAsync(cancellationToken) is { } seen
        ? new Finding(seen.Works ? FindingState.Ok : FindingState.Warn, "language model", seen.Message)
        : new Finding(FindingState.Ok, "language model", "none is configured; rules and classifier judge alone.");
}
