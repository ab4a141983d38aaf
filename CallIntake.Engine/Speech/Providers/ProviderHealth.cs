using System.Collections.Concurrent;

namespace CallIntake.Engine.Speech.Providers;

/// <summary>How the recognisers and voices did when they were last used. Thread-safe.</summary>
internal sealed class ProviderHealth
{
    private readonly ConcurrentDictionary<string, string> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _resting = new(StringComparer.Ordinal);

    /// <summary>What a recogniser is called here; a voice may have the same name.</summary>
    public static string Hearing(string recognizer) => $"hears {recognizer}";

    /// <summary>What a voice is called here.</summary>
    public static string Speaking(string voice) => $"speaks {voice}";

    /// <summary>It worked.</summary>
    public void Succeeded(string part) => _faults.TryRemove(part, out _);

    /// <summary>It did not work; the cause must hold no key and nothing that was said.</summary>
    public void Failed(string part, string cause) => _faults[part] = cause;

    /// <summary>Why it did not work when last used; null where it did or was not used yet.</summary>
    public string? Fault(string part) => _faults.GetValueOrDefault(part);

    /// <summary>A server failed repeatedly and is left alone, or is asked again.</summary>
    public void Rest(string server, bool resting) => _resting[server] = resting;

    /// <summary>Whether a server is left alone for the moment.</summary>
    public bool IsResting(string server) => _resting.GetValueOrDefault(server);
}
