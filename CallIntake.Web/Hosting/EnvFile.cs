using CallIntake.Engine.Hosting;
using DotNetEnv;

namespace CallIntake.Web.Hosting;

/// <summary>
/// Reads <c>.env</c> beside appsettings.json into environment variables before the configuration is built. A variable that is already set
/// wins over the file.
/// </summary>
internal static class EnvFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = ".env";

    /// <summary>Reads the file when it is there; returns the names that it set.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read or understood.</exception>
    public static IReadOnlyCollection<string> Load(ContentPaths paths)
    {
        var path = paths.Resolve(Name);
        if (!File.Exists(path))
        {
            return [];
        }

        var set = new List<string>();
        foreach (var (name, value) in Read(path))
        {
            if (Environment.GetEnvironmentVariable(name) is null)
            {
                Environment.SetEnvironmentVariable(name, value);
                set.Add(name);
            }
        }

        return set;
    }

    private static KeyValuePair<string, string>[] Read(string path)
    {
        try
        {
            return [.. Env.Load(path, LoadOptions.NoEnvVars())];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser has its own exception types; all of them mean the same to whoever wrote the file.
            throw new ConfigurationException([new ConfigurationProblem(Name, Name, $"the file cannot be read: {FirstLine(exception.Message)}")], exception);
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
