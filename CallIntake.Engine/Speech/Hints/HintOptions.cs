using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Hints;

/// <summary>Section <c>Speech:Hints</c>: likely words that are told to recognisers which take them (<c>google</c>; <c>openai</c> where it is switched on).</summary>
public sealed class HintOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Hints";

    /// <summary>Words of an emergency in Russian, one phrase a line. Default <c>models/hints-ru.txt</c>; empty for none.</summary>
    public string Russian { get; set; } = "models/hints-ru.txt";

    /// <summary>The same in Kazakh. Default <c>models/hints-kk.txt</c>; empty for none.</summary>
    public string Kazakh { get; set; } = "models/hints-kk.txt";

    /// <summary>How many names of streets of the gazetteer follow them. Default 300; 0 for none.</summary>
    [Range(0, 5000)]
    public int Streets { get; set; } = 300;
}
