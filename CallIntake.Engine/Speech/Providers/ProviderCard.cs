namespace CallIntake.Engine.Speech.Providers;

/// <summary>What a recogniser or voice says of itself without being used.</summary>
/// <param name="Place">Where it works: a model, a program, a server; never a key.</param>
/// <param name="Licence">Under which terms.</param>
/// <param name="Missing">What keeps it from working, as a sentence with the configuration key; null for nothing that can be seen from here.</param>
/// <param name="IsLocal">Whether it works in this machine, so that trying it costs nothing but time.</param>
internal sealed record ProviderCard(string Place, string Licence, string? Missing = null, bool IsLocal = false)
{
    /// <summary>A server's address without what may be secret in it: user, password and query.</summary>
    public static string Server(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : "a server whose address cannot be read";
}
