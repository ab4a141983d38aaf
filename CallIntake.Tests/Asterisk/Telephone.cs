using System.Globalization;

namespace CallIntake.Tests.Asterisk;

/// <summary>Telephones played by sipp: SIP over UDP, A-law over RTP, keys by SIP INFO.</summary>
internal static class Telephone
{
    /// <summary>A caller of 102 with a number of its own.</summary>
    /// <param name="from">The number, as it stands in the From header.</param>
    /// <param name="options">Further options of sipp-call.sh.</param>
    public static ShellProcess Dial(string from, IEnumerable<string> options) =>
        ShellProcess.Start(TestPlaces.Tool("sipp-call.sh"), ["--to", "102", "--from", from, .. options]);

    /// <summary>Options: says a sample after some seconds, then is silent.</summary>
    public static string[] Says(string sample, double afterSeconds) => ["--wav", TestPlaces.Sample(sample), "--lead", Number(afterSeconds)];

    /// <summary>Options: says nothing at all.</summary>
    public static string[] IsSilent { get; } = ["--silence"];

    /// <summary>Options: presses keys, the first some seconds after the answer.</summary>
    public static string[] Presses(string keys, double afterSeconds) => ["--dtmf", keys, "--dtmf-after", Number(afterSeconds)];

    /// <summary>Options: presses a key that only ends the greeting.</summary>
    public static string[] SkipsGreeting { get; } = Presses("5", 1);

    /// <summary>Options: stays on the line until the test ends the call.</summary>
    public static string[] Stays { get; } = HangsUpAfter(900);

    /// <summary>Options: hangs up by itself; the other side must not have ended the call before.</summary>
    public static string[] HangsUpAfter(double seconds) => ["--hangup-after", Number(seconds)];

    /// <summary>Options: the other side is to end the call.</summary>
    public static string[] IsHungUp { get; } = ["--seconds", "600"];

    /// <summary>The operator's telephone that answers every call from the queue.</summary>
    public static ShellProcess Operator() => ShellProcess.Start(TestPlaces.Tool("sipp-operator.sh"), []);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
