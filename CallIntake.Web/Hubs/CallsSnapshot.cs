namespace CallIntake.Web.Hubs;

/// <summary>What <c>Watch</c> returns.</summary>
/// <param name="Version">Counts the changes of the board since the host started.</param>
/// <param name="Calls">The calls that the filter lets through, newest first.</param>
internal sealed record CallsSnapshot(long Version, IReadOnlyList<CallCard> Calls);
