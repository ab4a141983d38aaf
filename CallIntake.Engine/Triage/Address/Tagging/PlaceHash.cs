namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Hashes of the rows of weights, equal on every machine and run. Pure.</summary>
internal static class PlaceHash
{
    /// <summary>Hash of a folded word or a piece of one.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }

    /// <summary>Hash of two values that count together.</summary>
    public static uint Pair(uint one, uint two) => Mix(one, two * 2654435761u);

    /// <summary>Mixes a value into a hash.</summary>
    public static uint Mix(uint one, uint two)
    {
        var hash = (one * 2246822519u) ^ (two + 0x9E3779B9u + (one << 6) + (one >> 2));
        hash ^= hash >> 15;
        hash *= 3266489917u;
        return hash ^ (hash >> 13);
    }
}
