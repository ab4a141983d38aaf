using System.Security.Cryptography;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>SHA-256 of files, and what it ought to be.</summary>
internal static class FileSum
{
    /// <summary>The SHA-256 of a file, 64 small hexadecimal digits.</summary>
    public static async Task<string> ComputeAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>
    /// What the sum must be: that of TARGET.sha256 (as sha256sum writes it) where the site has pinned one, else the published one; null where
    /// there is neither.
    /// </summary>
    /// <exception cref="SpeechException">TARGET.sha256 does not begin with a sum.</exception>
    public static string? Expected(string target, KnownFile file)
    {
        var pin = target + ".sha256";
        if (!File.Exists(pin))
        {
            return file.Sha256?.ToLowerInvariant();
        }

        var sum = File.ReadAllText(pin).Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [{ } first, ..] ? first : string.Empty;
        return ModelCatalogue.IsSum(sum) ? sum.ToLowerInvariant() : throw new SpeechException($"{pin} does not begin with a SHA-256 of 64 digits.");
    }
}
