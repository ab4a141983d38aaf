namespace CallIntake.Engine.Triage.Classifier;

/// <summary>Where the probabilities of the model become decisions; placed on authors that the model had not seen.</summary>
/// <param name="Critical">From this probability of critical on the call is critical.</param>
/// <param name="High">From this probability of high or critical on it is at least high.</param>
/// <param name="Medium">From this probability of medium or more on it is at least medium.</param>
/// <param name="Doubt">From this probability of critical on a call graded lower than high goes to a human.</param>
/// <param name="Danger">From this probability on somebody is in danger now.</param>
/// <param name="Weapons">From this probability on a weapon is present.</param>
internal sealed record ModelThresholds(double Critical, double High, double Medium, double Doubt, double Danger, double Weapons)
{
    /// <summary>The grade of a call by its four probabilities.</summary>
    public Urgency Grade(ReadOnlySpan<float> chances) => chances[3] >= Critical ? Urgency.Critical
        : chances[3] + chances[2] >= High ? Urgency.High
        : chances[3] + chances[2] + chances[1] >= Medium ? Urgency.Medium
        : Urgency.Low;
}
