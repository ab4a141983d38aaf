namespace CallIntake.Engine.Triage;

/// <summary>A slower second look at a call (a language model). It may raise the urgency and fill gaps, never lower the floor.</summary>
public interface ITriageRefiner
{
    /// <summary>
    /// The refined record, or <paramref name="embedded"/> itself where no model is configured, it failed, or it was too slow.
    /// Throws nothing but <see cref="OperationCanceledException"/> for the caller's own token.
    /// </summary>
    Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord embedded, CancellationToken cancellationToken);
}
