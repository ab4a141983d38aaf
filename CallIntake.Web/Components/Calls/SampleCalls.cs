using CallIntake.Engine.Hosting;

namespace CallIntake.Web.Components.Calls;

/// <summary>The samples that come with the product: <c>samples/calls.tsv</c> names them, <c>NAME-turn-N.wav</c> are their turns.</summary>
public sealed class SampleCalls(ContentPaths paths)
{
    /// <summary>All samples whose recordings exist, in the order of the table; none where there is no table.</summary>
    public IReadOnlyList<SampleCall> Read()
    {
        var folder = paths.Resolve("samples");
        var table = Path.Combine(folder, "calls.tsv");
        if (!File.Exists(table))
        {
            return [];
        }

        return [.. File.ReadLines(table).Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length >= 6)
            .GroupBy(cells => cells[0], StringComparer.Ordinal)
            .Select(rows => new SampleCall(
                rows.Key,
                rows.First()[5],
                rows.First()[4],
                rows.First()[3],
                [.. rows.Select(row => Path.Combine(folder, $"{row[0]}-turn-{row[1]}.wav")).TakeWhile(File.Exists)]))
            .Where(call => call.Turns.Count > 0)];
    }
}
