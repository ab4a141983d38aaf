using System.Net;

namespace CallIntake.Engine.Agi;

/// <summary>Who may connect, and how many at once. One for each endpoint; thread-safe.</summary>
internal sealed class AgiGate(AgiOptions options)
{
    private readonly IPNetwork[] _allowed = [.. Networks(options.AllowedAddresses)];
    private int _inside;

    /// <summary>Connections inside.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Whether the other end may connect.</summary>
    public bool Allows(EndPoint? remote, EndPoint? local) =>
        IsThisMachine(remote, local) || (remote is IPEndPoint { Address: var address } && Array.Exists(_allowed, network => network.Contains(Plain(address))));

    /// <summary>
    /// Whether the other end is this machine: a loopback address, or the very address that was connected to, which no stranger can
    /// hold a conversation from.
    /// </summary>
    public static bool IsThisMachine(EndPoint? remote, EndPoint? local) => remote is IPEndPoint { Address: var address }
        && (IPAddress.IsLoopback(Plain(address)) || (local is IPEndPoint own && Plain(address).Equals(Plain(own.Address))));

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

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

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
