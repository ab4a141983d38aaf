namespace CallIntake.Web.Commands;

/// <summary>Tells on a terminal how many calls are written, every ten thousand.</summary>
internal sealed class ExportProgress(TextWriter output) : IProgress<int>
{
    private const int Step = 10_000;

    /// <inheritdoc />
    public void Report(int value)
    {
        if (value > 0 && value % Step == 0)
        {
            output.Write($"{value} …{Environment.NewLine}");
        }
    }
}
