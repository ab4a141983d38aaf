namespace CallIntake.Engine.Agi.Peer;

/// <summary>The moments at which a test caller can hang up.</summary>
internal enum TestHangUpMoment
{
    AfterPlayback,
    DuringPlayback,
    AfterRecording,
    DuringRecording,
    DuringKeyWait,
    AfterTime,
}
