using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>What the section of every voice has: how loud it speaks a language.</summary>
public abstract class VolumeOptions
{
    /// <summary>How much louder Russian is spoken than <c>Speech:Synthesis:LevelDecibels</c>, dB, −12 to 6. Default 0.</summary>
    [Range(-12d, 6d)]
    public double RussianVolume { get; set; }

    /// <summary>How much louder Kazakh is spoken, dB, −12 to 6. Default 0.</summary>
    [Range(-12d, 6d)]
    public double KazakhVolume { get; set; }

    /// <summary>How much louder a language (ru, kk) is spoken, dB.</summary>
    public double Volume(string language) => language == "kk" ? KazakhVolume : RussianVolume;
}
