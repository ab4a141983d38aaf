using System.Globalization;
using System.Text;
using System.Text.Json;
using CallIntake.Engine.Triage;

namespace CallIntake.Engine.Data;

/// <summary>
/// One file of the emergency journal, locked while it is open, so that no other engine reads or deletes it. Used under the journal's gate.
/// </summary>
internal sealed class JournalFile(FileStream stream) : IDisposable
{
    private const string Extension = ".jsonl";

    public string Path => stream.Name;

    /// <summary>Changes in it that the database does not have yet.</summary>
    public HashSet<PendingChange> Outstanding { get; } = [];

    /// <summary>Lines that are no changes, such as one that a crash cut.</summary>
    public int BrokenLines { get; private set; }

    /// <summary>A new file of today.</summary>
    public static JournalFile Create(string folder, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        var date = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(folder, number == 1 ? date + Extension : $"{date}-{number}{Extension}");
            if (!File.Exists(path))
            {
                return new JournalFile(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None));
            }
        }
    }

    /// <summary>Files in the folder, oldest first.</summary>
    public static IReadOnlyList<string> Existing(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).EnumerateFiles('*' + Extension).OrderBy(file => file.LastWriteTimeUtc).Select(file => file.FullName)]
        : [];

    /// <summary>Opens a file of an earlier run.</summary>
    /// <exception cref="IOException">Another process holds it.</exception>
    public static JournalFile Open(string path) => new(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));

    /// <summary>The changes in it, in order.</summary>
    public IReadOnlyList<UnsavedChange> Read()
    {
        List<UnsavedChange> changes = [];
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is { Call: not null } change)
            {
                changes.Add(change);
            }
            else if (line.Length > 0)
            {
                BrokenLines++;
            }
        }

        return changes;
    }

    /// <summary>Adds lines and waits until they are on the disk.</summary>
    public async Task WriteAsync(IReadOnlyList<PendingChange> changes)
    {
        foreach (var change in changes)
        {
            await JsonSerializer.SerializeAsync(stream, new UnsavedChange(change.Result, change.Event), TriageJson.Compact);
            stream.WriteByte((byte)'\n');
        }

        await stream.FlushAsync();
        stream.Flush(flushToDisk: true);
        Outstanding.UnionWith(changes);
    }

    /// <summary>Closes it and takes it away; one with broken lines is kept under another name for a person to look at.</summary>
    public void Finish()
    {
        var path = Path;
        Dispose();
        if (BrokenLines > 0)
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What is still in the buffer was refused before and is reported there; the handle is closed all the same.
        }
    }

    private static UnsavedChange? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<UnsavedChange>(line, TriageJson.Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
