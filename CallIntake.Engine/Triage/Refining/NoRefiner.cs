namespace CallIntake.Engine.Triage.Refining;

/// <summary>No language model is configured: the embedded judgement stands.</summary>
internal sealed class NoRefiner : ITriageRefiner
{
    public Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord embedded, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(embedded);
    }
}
