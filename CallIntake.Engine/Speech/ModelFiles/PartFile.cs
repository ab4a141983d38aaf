namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A file that is not whole yet: NAME.part, and beside it in NAME.part.tag where it comes from and which version it is.</summary>
internal sealed class PartFile(string target)
{
    private readonly string _tagPath = target + ".part.tag";

    /// <summary>Where the bytes are.</summary>
    public string Path { get; } = target + ".part";

    /// <summary>Bytes that are there; 0 where there are none.</summary>
    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <summary>The version of the bytes that are there; null where it is not known or they come from elsewhere.</summary>
    public string? TagFrom(string origin)
    {
        if (Length == 0 || !File.Exists(_tagPath))
        {
            return null;
        }

        var lines = File.ReadAllLines(_tagPath);
        return lines.Length == 2 && lines[0] == origin ? lines[1] : null;
    }

    /// <summary>Opens the bytes for writing from a position on; nobody else writes them meanwhile.</summary>
    /// <exception cref="IOException">Another download holds them, or they cannot be written.</exception>
    public FileStream Open(long from, string origin, string? tag)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var stream = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        try
        {
            stream.SetLength(from);
            stream.Position = from;
            File.WriteAllLines(_tagPath, [origin, tag ?? string.Empty]);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Forgets the bytes.</summary>
    public void Delete()
    {
        File.Delete(Path);
        File.Delete(_tagPath);
    }

    /// <summary>The part becomes the file, at once and whole.</summary>
    public void Finish()
    {
        File.Move(Path, target, overwrite: true);
        File.Delete(_tagPath);
    }
}
