namespace CallIntake.Engine.Triage.Classifier;

/// <summary>The hash that names a feature; the same on every machine and in every version of the runtime (FNV-1a).</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Begins a name with the kind of feature.</summary>
    public static uint Start(char kind) => Add(Offset, kind);

    /// <summary>Goes on with a character or small number.</summary>
    public static uint Add(uint hash, int value)
    {
        hash = (hash ^ (uint)(value & 0xff)) * Prime;
        return (hash ^ (uint)((value >> 8) & 0xff)) * Prime;
    }

    /// <summary>Goes on with letters.</summary>
    public static uint Add(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = Add(hash, c);
        }

        return hash;
    }

    /// <summary>The bucket among 2^<paramref name="bits"/>; the upper bits are mixed in.</summary>
    public static int Bucket(uint hash, int bits)
    {
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >> 12;
        return (int)(hash >> (32 - bits));
    }
}
