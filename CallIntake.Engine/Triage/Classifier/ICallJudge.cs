using CallIntake.Engine.Triage.Rules;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Judges a call by what the rules found in it. Thread-safe, never throws.</summary>
internal interface ICallJudge
{
    /// <summary>Version for the record; null where no trained model takes part.</summary>
    string? Version { get; }

    /// <summary>The judgement of a call with at least one word.</summary>
    Judgement Judge(CallFacts facts);
}
