using System.Globalization;
using CallIntake.Engine.Speech.ModelFiles;

namespace CallIntake.Web.Commands;

/// <summary>Tells on standard error how far a download is: a line at its beginning, at every twentieth part of it, and at its end.</summary>
internal sealed class DownloadMeter(TextWriter output) : IProgress<DownloadProgress>
{
    private const int Steps = 20;
    private const long BlindStep = 16_000_000;

    private string? _path;
    private long _step;

    /// <inheritdoc />
    public void Report(DownloadProgress value)
    {
        var step = value.Total is { } total and > 0 ? value.Done * Steps / total : value.Done / BlindStep;
        if (value.Path == _path && step == _step)
        {
            return;
        }

        (_path, _step) = (value.Path, step);
        var share = value.Total is { } whole and > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * value.Done / whole,3:0} %  {Size(value.Done)} of {Size(whole)}") : Size(value.Done);
        output.Write($"{value.Path}  {share}{Environment.NewLine}");
    }

    /// <summary>Bytes in words: millions from one on, else thousands.</summary>
    public static string Size(long bytes) => bytes >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB");
}
