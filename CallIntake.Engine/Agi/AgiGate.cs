using System.Net;

namespace CallIntake.Engine.Agi;

/// <summary>Who may connect, and how many at once. One for each endpoint; thread-safe.</summary>
internal sealed class AgiGate(AgiOptions options)
{
    private readonly IPNetwork[] _allowed = [.. Networks(options.AllowedAddresses)];
    private int _inside;

    /// <summary>Connections inside.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Whether the address may connect. Connections without an address (in memory) are the process itself.</summary>
    public bool Allows(EndPoint? remote)
    {
        if (remote is not IPEndPoint { Address: var address })
        {
            return true;
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(address) || Array.Exists(_allowed, network => network.Contains(address));
    }

    /// <summary>Takes a place; false where all are taken.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _inside) <= options.MaximumConnections)
        {
            return true;
        }

        Interlocked.Decrement(ref _inside);
        return false;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => Interlocked.Decrement(ref _inside);

    public static bool TryParseNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    private static IEnumerable<IPNetwork> Networks(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (TryParseNetwork(text, out var network))
            {
                yield return network;
            }
        }
    }
}
