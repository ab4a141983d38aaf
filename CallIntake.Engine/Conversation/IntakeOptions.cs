using System.ComponentModel.DataAnnotations;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Conversation;

/// <summary>How the machine talks to a caller; section <c>Intake</c>.</summary>
public sealed class IntakeOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Intake";

    /// <summary>Questions after the first answer, the reading back of the address included (4; 0 to 8).</summary>
    [Range(0, 8)]
    public int MaximumQuestions { get; set; } = 4;

    /// <summary>Urgency from which a caller is put through at once (high).</summary>
    public Urgency HandOverFrom { get; set; } = Urgency.High;

    /// <summary>Confidence of a recogniser below which a turn counts as not understood (0.35; 0 to 1).</summary>
    [Range(0.0, 1.0)]
    public double MinimumConfidence { get; set; } = 0.35;

    /// <summary>Languages in which the greeting is spoken, in this order (empty: kk, then ru).</summary>
    public string[] GreetingLanguages { get; set; } = [];

    /// <summary>Language spoken while the caller's is not known (ru).</summary>
    [AllowedValues("ru", "kk")]
    public string DefaultLanguage { get; set; } = "ru";

    /// <summary>Silence that ends an utterance, whole seconds (2; 1 to 5).</summary>
    [Range(1, 5)]
    public int EndSilenceSeconds { get; set; } = 2;

    /// <summary>How long a caller may be silent before speaking, seconds (6; 2 to 30).</summary>
    [Range(2, 30)]
    public int InitialSilenceSeconds { get; set; } = 6;

    /// <summary>
    /// Longest piece of recording, seconds (15; 5 to 25). A longer utterance goes on in the next piece. Kept short because Asterisk does
    /// not notice a dead engine while it records.
    /// </summary>
    [Range(5, 25)]
    public int RecordingPieceSeconds { get; set; } = 15;

    /// <summary>Longest utterance, seconds (60; 10 to 300).</summary>
    [Range(10, 300)]
    public int LongestUtteranceSeconds { get; set; } = 60;

    /// <summary>How long a silent caller may press a key, seconds (8; 3 to 30).</summary>
    [Range(3, 30)]
    public int KeyWaitSeconds { get; set; } = 8;

    /// <summary>Asterisk's watchdog, re-armed at every step, seconds (45; 30 to 120): after it the call goes to the operators.</summary>
    [Range(30, 120)]
    public int WatchdogSeconds { get; set; } = 45;

    /// <summary>Waiting time after which the caller is asked to hold on, seconds (3; 1 to 20).</summary>
    [Range(1, 20)]
    public int HoldOnSeconds { get; set; } = 3;

    /// <summary>The greeting's languages with the default applied.</summary>
    internal IReadOnlyList<string> Greetings => GreetingLanguages is { Length: > 0 } ? GreetingLanguages : ["kk", "ru"];
}
