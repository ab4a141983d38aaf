namespace CallIntake.Engine.Triage;

/// <summary>Everything the caller said so far, turn by turn.</summary>
/// <param name="Turns">The caller's turns, oldest first; possibly none.</param>
/// <param name="SummaryLanguage">Language of the summary (ru, kk or en).</param>
public sealed record TriageInput(IReadOnlyList<TriageTurn> Turns, string SummaryLanguage = "ru")
{
    /// <summary>One turn of typed text.</summary>
    public static TriageInput FromText(string text) => new([new TriageTurn(0, text)]);
}
