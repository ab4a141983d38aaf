namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>What the tagger sees of one unit, as hashes and small codes.</summary>
internal struct PlaceTraits
{
    /// <summary>What lies before the first unit and behind the last.</summary>
    public static readonly PlaceTraits Outside = new() { Word = 1, Shape = 9, Gap = 9, Known = 0xFFFF };

    /// <summary>The word; for a number its code.</summary>
    public uint Word;

    /// <summary>Last two characters.</summary>
    public uint Suffix2;

    /// <summary>Last three characters.</summary>
    public uint Suffix3;

    /// <summary>Last four characters.</summary>
    public uint Suffix4;

    /// <summary>First three characters.</summary>
    public uint Prefix3;

    /// <summary>First four characters.</summary>
    public uint Prefix4;

    /// <summary>Capitals and digits.</summary>
    public uint Shape;

    /// <summary>What stands before it.</summary>
    public uint Gap;

    /// <summary>Size and form of a number; 0 for a word.</summary>
    public uint Number;

    /// <summary>Kinds of words as bits.</summary>
    public ulong Classes;

    /// <summary>What the gazetteer knows, see <see cref="Gazetteer.Mark"/>.</summary>
    public uint Known;

    /// <summary>1 a word that callers use, 2 a short one that they do not, 3 a strange one, 9 a number.</summary>
    public uint Rarity;

    /// <summary>Hides the word itself.</summary>
    public void ForgetWord()
    {
        Word = Prefix3 = Prefix4 = Suffix4 = 2;
        Rarity = 3;
    }
}
