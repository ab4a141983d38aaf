namespace CallIntake.Engine.Agi.Peer;

/// <summary>What the peer answers to a command.</summary>
/// <param name="Text">The line; null where there is none (a playback that another command cut).</param>
/// <param name="HangsUp">The call is over after it.</param>
internal readonly record struct PeerReply(string? Text, bool HangsUp = false)
{
    public static PeerReply None => new(null);
}
