using System.Net;
using System.Net.Sockets;
using CallIntake.Engine.Hosting;

namespace CallIntake.Tests.Asterisk;

/// <summary>Where the checkout, the tools and free ports are.</summary>
internal static class TestPlaces
{
    private const string ToolsVariable = "CALLINTAKE_ASTERISK_TOOLS";
    private const string TinyModelVariable = "CALLINTAKE_TINY_LLM";

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name; // …/CallIntake.Tests/bin/Debug/net10.0

    /// <summary>The folder of the checkout.</summary>
    public static string Checkout { get; } = ContentPaths.Find(AppContext.BaseDirectory).Root;

    /// <summary>The host as it was built together with these tests.</summary>
    public static string HostAssembly
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory).Name;
            return Path.Combine(Checkout, "CallIntake.Web", "bin", Configuration, framework, "CallIntake.Web.dll");
        }
    }

    /// <summary>A script of the tools that run a real Asterisk.</summary>
    public static string Tool(string script) => Shared(ToolsVariable, "tools/asterisk", script);

    /// <summary>A tiny language model of random weights: its words are nonsense, its grammar, its time and its death are real.</summary>
    public static string TinyLanguageModel() => Shared(TinyModelVariable, "models/tiny-llm", "tiny-random.gguf");

    /// <summary>A sample call's sound.</summary>
    public static string Sample(string name) => Path.Combine(Checkout, "samples", name + ".wav");

    private static string Shared(string variable, string folder, string file)
    {
        var configured = Environment.GetEnvironmentVariable(variable);
        var path = Path.GetFullPath(file, Path.GetFullPath(string.IsNullOrEmpty(configured) ? Path.Combine(Checkout, "..", "shared", folder) : configured, Checkout));
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} does not exist. Set {variable} to its folder.");
    }

    /// <summary>A TCP port of the loopback that nobody uses at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
