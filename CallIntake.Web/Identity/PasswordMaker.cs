using System.Security.Cryptography;

namespace CallIntake.Web.Identity;

/// <summary>Makes passwords that can be read aloud and typed: no letters or figures that look alike.</summary>
internal static class PasswordMaker
{
    private const string Signs = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Twenty random signs in groups of five: 116 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 5)));
}
