namespace CallIntake.Engine.Agi.Peer;

/// <summary>When a test caller hangs up. Make it by one of the methods.</summary>
public sealed record TestHangUp
{
    private TestHangUp(TestHangUpMoment moment, int number, TimeSpan delay)
    {
        Moment = moment;
        Number = number;
        Delay = delay;
    }

    internal TestHangUpMoment Moment { get; }

    internal int Number { get; }

    internal TimeSpan Delay { get; }

    /// <summary>After the n-th playback, counted from 1.</summary>
    public static TestHangUp AfterPlayback(int number) => new(TestHangUpMoment.AfterPlayback, number, default);

    /// <summary>In the middle of the n-th playback, counted from 1.</summary>
    public static TestHangUp DuringPlayback(int number) => new(TestHangUpMoment.DuringPlayback, number, default);

    /// <summary>After the n-th recording, counted from 1.</summary>
    public static TestHangUp AfterRecording(int number) => new(TestHangUpMoment.AfterRecording, number, default);

    /// <summary>In the middle of the n-th recording, counted from 1: half of it is in the file.</summary>
    public static TestHangUp DuringRecording(int number) => new(TestHangUpMoment.DuringRecording, number, default);

    /// <summary>In the middle of the n-th wait for a key, counted from 1.</summary>
    public static TestHangUp DuringKeyWait(int number) => new(TestHangUpMoment.DuringKeyWait, number, default);

    /// <summary>So long after the connection, whatever goes on; not divided by the speed.</summary>
    public static TestHangUp After(TimeSpan delay) => new(TestHangUpMoment.AfterTime, 0, delay);

    internal bool Is(TestHangUpMoment moment, int number) => Moment == moment && Number == number;
}
