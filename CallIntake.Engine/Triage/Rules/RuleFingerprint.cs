using System.Security.Cryptography;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>Names a state of the rules, so that a model is used only with the rules whose findings it learnt from.</summary>
internal static class RuleFingerprint
{
    /// <summary>The fingerprint of these files, in this order.</summary>
    public static string Of(string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return "rules-1:" + Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
