namespace CallIntake.Web.Identity;

/// <summary>Where a browser may be sent after signing in: to a path of this host and nowhere else.</summary>
internal static class ReturnUrl
{
    /// <summary>Longest address that is carried along.</summary>
    private const int Longest = 1000;

    /// <summary>The address as a rooted path of this host; <c>/</c> for everything that would lead elsewhere.</summary>
    public static string Local(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > Longest || url.Any(character => char.IsControl(character) || character == '\\'))
        {
            return "/";
        }

        // "calls/1" is how the console writes its own addresses.
        var path = url.StartsWith('/') ? url : "/" + url;
        return path.StartsWith("//", StringComparison.Ordinal) || (!url.StartsWith('/') && url.Split('?', '#')[0].Contains(':', StringComparison.Ordinal))
            ? "/"
            : Escape(path);
    }

    /// <summary>A header takes ASCII alone; what is escaped already stays as it is.</summary>
    private static string Escape(string path) => string.Concat(path.EnumerateRunes().Select(rune =>
        rune.IsAscii && rune.Value > ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
