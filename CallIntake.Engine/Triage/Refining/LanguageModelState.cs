namespace CallIntake.Engine.Triage.Refining;

/// <summary>How the language model did when it was last asked. Immutable states, swapped whole; thread-safe.</summary>
internal sealed class LanguageModelState(TimeProvider time)
{
    private volatile Fault? _fault;
    private volatile bool _wasAsked;

    /// <summary>Whether it was asked since the start.</summary>
    public bool WasAsked => _wasAsked;

    /// <summary>Since when it has not answered, and how it failed last; null where it answered or was not asked yet.</summary>
    public Fault? Current => _fault;

    /// <summary>It answered, usefully or not.</summary>
    public void Answered() => (_wasAsked, _fault) = (true, null);

    /// <summary>It did not.</summary>
    /// <param name="outcome">late, failed or empty.</param>
    public void Failed(string outcome) => (_wasAsked, _fault) = (true, new Fault(_fault?.Since ?? time.GetUtcNow(), outcome));

    /// <summary>A failure that lasts.</summary>
    /// <param name="Since">When the first of them was, UTC.</param>
    /// <param name="Outcome">How the last one was.</param>
    public sealed record Fault(DateTimeOffset Since, string Outcome);
}
