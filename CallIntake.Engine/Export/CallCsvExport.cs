using System.Runtime.CompilerServices;
using CallIntake.Engine.Data;
using CsvHelper;

namespace CallIntake.Engine.Export;

/// <summary>Writes calls as CSV: UTF-8 with a byte order mark, one line a call, newest first, as they are read from the database. Thread-safe.</summary>
public sealed class CallCsvExport(CallHistory history)
{
    /// <summary>Media type of the export.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Rows between two reports of progress.</summary>
    private const int ReportEvery = 500;

    /// <summary>Writes all calls of a filter and gives their number. Memory does not grow with it.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="filter">Which calls.</param>
    /// <param name="format">Zone and separator.</param>
    /// <param name="progress">Told the number of calls written so far, from time to time.</param>
    /// <param name="cancellationToken">Ends the export; what is written by then stays.</param>
    public async Task<int> WriteAsync(Stream output, CallFilter filter, CallCsvFormat format, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var writer = CsvWriter.Create(output, Options(format), leaveOpen: true);
        await writer.WriteRecordsAsync(Rows(cancellationToken), cancellationToken);
        await writer.FlushAsync(cancellationToken);
        progress?.Report(count);
        return count;

        async IAsyncEnumerable<CallCsvRow> Rows([EnumeratorCancellation] CancellationToken token)
        {
            await foreach (var call in history.StreamAsync(filter, token))
            {
                yield return CallCsvRow.From(call, format.Zone);
                if (++count % ReportEvery == 0)
                {
                    progress?.Report(count);
                }
            }
        }
    }

    private static CsvWriterOptions Options(CallCsvFormat format) => new()
    {
        Separator = format.Separator,
        WriteByteOrderMark = true,
        TrueValue = "true",
        FalseValue = "false",
    };
}
