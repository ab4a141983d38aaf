namespace CallIntake.Engine.Hosting;

/// <summary>
/// Where relative paths of the configuration begin: the folder of the checkout in development, the content root of a published host.
/// Immutable.
/// </summary>
public sealed class ContentPaths(string root)
{
    /// <summary>The absolute folder at which relative paths begin.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The absolute form of a configured path.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Root);

    /// <summary>
    /// Finds the root for a binary in <paramref name="baseDirectory"/>: that folder itself where the product's files were published beside
    /// it, else the nearest folder above that holds the solution, else that folder.
    /// </summary>
    public static ContentPaths Find(string baseDirectory)
    {
        if (Directory.Exists(Path.Combine(baseDirectory, "prompts")))
        {
            return new ContentPaths(baseDirectory);
        }

        for (var folder = new DirectoryInfo(baseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallIntake.sln")))
            {
                return new ContentPaths(folder.FullName);
            }
        }

        return new ContentPaths(baseDirectory);
    }
}
