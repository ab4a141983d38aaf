namespace CallIntake.Web.Commands;

/// <summary>Tells on a terminal what the engine does in a test call.</summary>
internal sealed class Narrator(TextWriter output) : IProgress<string>
{
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public void Report(string value)
    {
        var line = value.Split(' ') switch
        {
            ["STREAM", "FILE", var name, ..] => $"  plays   {Name(name)}",
            ["RECORD", "FILE", var name, ..] => $"  listens {Name(name)}",
            _ => null,
        };
        if (line is not null)
        {
            lock (_gate)
            {
                output.WriteLine(line);
            }
        }
    }

    private static string Name(string path) => string.Join('/', path.Trim('"').Split('/').TakeLast(2));
}
