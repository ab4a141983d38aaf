using System.CommandLine;
using CallIntake.Engine.Data;
using CallIntake.Engine.Export;
using CallIntake.Web.Endpoints;
using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace CallIntake.Web.Commands;

/// <summary><c>export</c>: the calls of a filter as CSV, to standard output or a file. The filter is that of the REST surface.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, string Help, bool Several)[] Filters =
    [
        ("urgency", "critical, high, medium, low.", true),
        ("category", "Codes of categories.", true),
        ("status", "in_progress, new, acknowledged, dispatched, referred, closed, abandoned, silent, interrupted.", true),
        ("department", "Полиция, Скорая, МЧС, Акимат.", true),
        ("language", "ru, kk, mixed.", true),
        ("needs-human", "true or false.", false),
        ("from", "First moment: 2026-11-27 or 2026-11-27T03:12:00+05:00; without a zone it is Console:TimeZone.", false),
        ("to", "End: a date (inclusive) or a time (exclusive).", false),
        ("q", "Words that all occur.", false),
    ];

    /// <summary>The command.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var filters = Filters.Select(filter => new Option<string[]>("--" + filter.Name)
        {
            Description = filter.Help,
            AllowMultipleArgumentsPerToken = filter.Several,
        }).ToArray();
        var output = new Option<FileInfo?>("--out") { Description = "File to write; standard output where it is left out.", HelpName = "FILE" };
        var separator = new Option<string>("--separator") { Description = "Between the columns.", DefaultValueFactory = _ => "," };
        separator.AcceptOnlyFromAmong(",", ";");
        var command = new Command("export", "Writes the calls of a filter as CSV.") { output, separator };
        Array.ForEach(filters, command.Options.Add);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services(parsed), Query(parsed, filters), parsed.GetValue(output), parsed.GetRequiredValue(separator)[0], parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    /// <summary>The options as the query that the REST surface reads.</summary>
    private static QueryCollection Query(ParseResult parsed, Option<string[]>[] filters)
    {
        var query = new QueryBuilder();
        foreach (var filter in filters)
        {
            query.Add(filter.Name.TrimStart('-').Replace('-', '_'), parsed.GetValue(filter) ?? []);
        }

        return new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.ToString()));
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, QueryCollection options, FileInfo? file, char separator, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var zone = services.GetRequiredService<ConsoleZone>().Zone;
        var query = new QueryReader(options, zone);
        var filter = CallQuery.ReadFilter(query);
        if (query.FindProblems() is { Count: > 0 } problems)
        {
            foreach (var (name, messages) in problems)
            {
                await console.Error.WriteLineAsync($"--{name.Replace('_', '-')}: {string.Join(' ', messages)}");
            }

            return CommandExit.WrongUse;
        }

        try
        {
            await using var stream = file is null ? Console.OpenStandardOutput() : file.Create();
            var export = services.GetRequiredService<CallCsvExport>();
            var count = await export.WriteAsync(stream, filter, new CallCsvFormat(zone, separator), new ExportProgress(console.Error), cancellationToken);
            await console.Error.WriteLineAsync($"{count} calls{(file is null ? string.Empty : $" in {file.FullName}")}");
            return CommandExit.Done;
        }
        catch (Exception exception) when (exception is CallStorageException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await console.Error.WriteLineAsync(exception.Message);
            return CommandExit.Failed;
        }
    }
}
