using System.Globalization;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Calls;

/// <summary>Names and folders of recordings: <c>yyyy/MM/dd/call-id/…wav</c> below the recordings' root, by the UTC day. Thread-safe.</summary>
public sealed class CallRecordings(IOptions<RecordingsOptions> options, ContentPaths paths)
{
    private const string MixedName = "call.wav";

    /// <summary>The absolute root folder.</summary>
    public string Root { get; } = paths.Resolve(options.Value.Path);

    /// <summary>Path of the recording of the whole call, relative to the root, with forward slashes.</summary>
    public static string MixedRelativePath(Guid callId, DateTimeOffset startedAt) =>
        $"{startedAt.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/{callId:D}/{MixedName}";

    /// <summary>Absolute path of the recording of the whole call.</summary>
    public string MixedPath(Call call) => Path.GetFullPath(MixedRelativePath(call.Id, call.StartedAt), Root);

    /// <summary>Absolute path of a piece of a caller's turn; both counted from 0.</summary>
    public string TurnPath(Call call, int turn, int piece) => Path.Combine(
        Path.GetDirectoryName(MixedPath(call))!,
        piece == 0 ? string.Create(CultureInfo.InvariantCulture, $"turn-{turn}.wav") : string.Create(CultureInfo.InvariantCulture, $"turn-{turn}-{piece}.wav"));

    /// <summary>Makes the folder of a call. Asterisk runs as another user of the same group and writes into it.</summary>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">No right to write.</exception>
    public void CreateFolder(Call call)
    {
        var folder = Path.GetDirectoryName(MixedPath(call))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode groupWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.SetGroup;
        for (var missing = new Stack<string>([folder]); missing.TryPeek(out var next);)
        {
            var parent = Path.GetDirectoryName(next)!;
            if (Directory.Exists(parent))
            {
                missing.Pop();
                Directory.CreateDirectory(next);
                MakeWritableForGroup(next, groupWrites);
            }
            else
            {
                missing.Push(parent);
            }
        }
    }

    /// <summary>
    /// The absolute path of a stored relative path; null where it would leave the root or the file does not exist.
    /// </summary>
    public string? Find(string? relativePath)
    {
        if (string.IsNullOrEmpty(relativePath))
        {
            return null;
        }

        var path = Path.GetFullPath(relativePath, Root);
        return path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void MakeWritableForGroup(string folder, UnixFileMode mode)
    {
        // The process' umask usually takes the group's right to write away.
        if (File.GetUnixFileMode(folder) is var present && (present & mode) != mode)
        {
            File.SetUnixFileMode(folder, present | mode);
        }
    }
}
