namespace CallIntake.Engine.Speech.Ctc;

/// <summary>Numbers as bfloat16 holds them: a float's sign, exponent and first seven bits. Static and pure.</summary>
internal static class Brain16
{
    /// <summary>The nearest such number, a half to the even one.</summary>
    public static float Round(double value)
    {
        var bits = BitConverter.SingleToUInt32Bits((float)value);
        return BitConverter.UInt32BitsToSingle((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000);
    }
}
