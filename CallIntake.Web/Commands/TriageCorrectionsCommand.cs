using System.CommandLine;
using System.Text.Json;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Web.Commands;

/// <summary><c>-- triage export-corrections</c>: calls that an operator corrected, as labelled cases for the next training.</summary>
internal static class TriageCorrectionsCommand
{
    private const int Page = 200;

    /// <summary>The command; <paramref name="services"/> builds the host's services for a parsed command line.</summary>
    public static Command Create(Func<ParseResult, IServiceProvider> services)
    {
        var output = new Option<FileInfo?>("--out") { Description = "File to write; standard output where it is left out", HelpName = "FILE" };
        var command = new Command("export-corrections", "Write the calls that operators corrected as labelled cases") { output };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services(parsed), parsed.GetValue(output), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo? file, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var writer = file?.CreateText();
            var count = await WriteAsync(
                services.GetRequiredService<CallHistory>(), services.GetRequiredService<IAddressReader>(), writer ?? output, cancellationToken);
            await error.WriteLineAsync($"{count} corrected calls");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CallStorageException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> WriteAsync(CallHistory history, IAddressReader addresses, TextWriter writer, CancellationToken cancellationToken)
    {
        var count = 0;
        CallCursor? after = null;
        while (true)
        {
            var calls = await history.ListAsync(CallFilter.None, after, Page, cancellationToken);
            foreach (var labelled in calls.Select(call => ToCase(call, addresses)).OfType<LabelledCase>())
            {
                await writer.WriteLineAsync(JsonSerializer.Serialize(labelled, TriageJson.Compact));
                count++;
            }

            if (calls.Count < Page)
            {
                return count;
            }

            after = new CallCursor(calls[^1].StartedAt, calls[^1].Id);
        }
    }

    /// <summary>The case of a call; null where nothing was corrected, nothing was said, or it was only a test.</summary>
    internal static LabelledCase? ToCase(Call call, IAddressReader addresses)
    {
        if (call.Corrections.Count == 0 || call.IsTest || call.Record is null || call.Effective is not { } record || string.IsNullOrWhiteSpace(call.Transcript))
        {
            return null;
        }

        var parts = record.Address is null ? null
            : record.Address == call.Record.Address ? record.AddressParts
            : addresses.Read([new TriageTurn(0, record.Address)]).Parts;
        return new LabelledCase
        {
            Id = $"operators-{call.Id:N}",
            Text = call.Transcript,
            Lang = record.Language,
            Urgency = record.Urgency,
            Category = record.Category,
            Address = parts is null || parts.IsEmpty() ? null : parts,
            CurrentDanger = record.CurrentDanger,
            PeopleInvolved = record.PeopleInvolved,
            Weapons = record.Weapons,
            RecommendedDepartment = record.RecommendedDepartment,
            AlsoNotify = record.AlsoNotify,
            Tags = ["heard", "corrected"],
        };
    }
}
