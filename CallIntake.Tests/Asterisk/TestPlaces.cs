using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Hosting;

namespace CallIntake.Tests.Asterisk;

/// <summary>Where the checkout, the tools and free ports are.</summary>
internal static class TestPlaces
{
    private const string ToolsVariable = "CALLINTAKE_ASTERISK_TOOLS";

    /// <summary>The folder of the checkout.</summary>
    public static string Checkout { get; } = ContentPaths.Find(AppContext.BaseDirectory).Root;

    /// <summary>The host as it was built together with these tests.</summary>
    public static string HostAssembly
    {
        get
        {
            var build = new DirectoryInfo(AppContext.BaseDirectory); // …/CallIntake.Tests/bin/Debug/net10.0
            return Path.Combine(Checkout, "CallIntake.Web", "bin", build.Parent!.Name, build.Name, "CallIntake.Web.dll");
        }
    }

    /// <summary>A script of the tools that run a real Asterisk.</summary>
    public static string Tool(string script)
    {
        var configured = Environment.GetEnvironmentVariable(ToolsVariable);
        var folder = string.IsNullOrEmpty(configured) ? Path.Combine(Checkout, "..", "shared", "tools", "asterisk") : configured;
        var path = Path.GetFullPath(script, Path.GetFullPath(folder, Checkout));
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException($"The tools that run a real Asterisk are missing: {path} does not exist. Set {ToolsVariable} to their folder.");
    }

    /// <summary>A sample call's sound.</summary>
    public static string Sample(string name) => Path.Combine(Checkout, "samples", name + ".wav");

    /// <summary>A TCP port of the loopback that nobody uses at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
