namespace CallIntake.Engine.Triage.Counting;

/// <summary>A number while its words come in: thousands, then hundreds, then tens, then ones, in one language or, as people do, in both ("сто алпыс").</summary>
internal struct NumeralSum
{
    private int _thousands;
    private int _below;
    private int _last;
    private bool _started;

    /// <summary>The value so far.</summary>
    public readonly int Value => _thousands + _below;

    /// <summary>Whether an ordinal ended it.</summary>
    public bool Closed { get; private set; }

    /// <summary>Whether its words are Kazakh.</summary>
    public bool Kazakh { get; private set; }

    /// <summary>Takes a word where it can stand here.</summary>
    public bool TryAdd(NumeralWord word)
    {
        if (_started && (Closed || !Fits(word)))
        {
            return false;
        }

        Kazakh = word.Kazakh;
        Closed = word.Ordinal;
        _started = true;
        Put(word.Value);
        _last = word.Value;
        return true;
    }

    private readonly bool Fits(NumeralWord word)
    {
        var value = word.Value;
        if (value == 0 || _last == 0)
        {
            return false;
        }

        if (value == 1000)
        {
            return _thousands == 0 && _last != 1000;
        }

        if (value == 100 && Kazakh && _below is > 1 and < 10)
        {
            return true;
        }

        if (value >= 100)
        {
            return _below == 0;
        }

        // Only Kazakh says fifteen as ten and five; twenty and above take ones in both languages.
        if (value >= 10)
        {
            // "он" is the Russian word for he as well.
            return _below % 100 == 0 && (value != 10 || word.Kazakh == Kazakh);
        }

        return _below % 10 == 0 && (_below % 100 == 0 || _last >= 20 || (Kazakh && word.Kazakh && _last == 10));
    }

    private void Put(int value)
    {
        switch (value)
        {
            case 1000:
                _thousands = Math.Max(1, _below) * 1000;
                _below = 0;
                break;
            case 100 when Kazakh && _below is > 1 and < 10:
                _below *= 100;
                break;
            default:
                _below += value;
                break;
        }
    }
}
