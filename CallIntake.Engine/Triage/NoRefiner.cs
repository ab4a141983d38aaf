namespace CallIntake.Engine.Triage;

/// <summary>No second look: the embedded judgement stands (Triage:LanguageModel:Backend is none).</summary>
internal sealed class NoRefiner : ITriageRefiner
{
    /// <inheritdoc />
    public Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord embedded, CancellationToken cancellationToken) => Task.FromResult(embedded);
}
