using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;

namespace CallIntake.Tests.Data;

/// <summary>Puts many finished calls into a database without a recorder.</summary>
public static class Seed
{
    private const int Batch = 1_000;

    public static async Task CallsAsync(StorageHost host, IEnumerable<Call> calls)
    {
        foreach (var batch in calls.Chunk(Batch))
        {
            await using var context = host.Context();
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var call in batch)
            {
                context.Calls.Add(CallMapping.ToRow(call));
                context.Search.Add(new CallSearchRow { CallId = call.Id, Text = SearchText.Of(call) });
                context.Events.Add(CallMapping.ToRow(SampleCalls.Received(call)));
            }

            await context.SaveChangesAsync();
        }
    }

    /// <summary>A finished call.</summary>
    public static Call Finished(DateTimeOffset at, string text, Func<Call, Call>? shape = null)
    {
        var call = SampleCalls.Arrived(at) with
        {
            Status = CallStatus.New,
            EndedAt = at.AddSeconds(30),
            Turns = [SampleCalls.Said(text)],
            Record = SampleCalls.Record(),
            Version = 5,
        };
        return shape is null ? call : shape(call);
    }
}
