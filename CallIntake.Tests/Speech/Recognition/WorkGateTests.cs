using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Recognition;

namespace CallIntake.Tests.Speech.Recognition;

public sealed class WorkGateTests
{
    [Fact]
    public async Task Urgent_work_goes_first_and_the_rest_in_order()
    {
        var gate = new WorkGate(1, 10);
        var order = new List<string>();
        var running = await gate.EnterAsync(false, CancellationToken.None);
        var waiting = new[] { ("first", false), ("second", false), ("urgent", true), ("urgent too", true) }
            .Select(work => RunAsync(gate, work.Item1, work.Item2, order)).ToArray();

        Assert.Equal(4, gate.Waiting);
        running.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["urgent", "urgent too", "first", "second"], order);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        var gate = new WorkGate(1, 1);
        using var running = await gate.EnterAsync(false, CancellationToken.None);
        var waiting = gate.EnterAsync(false, CancellationToken.None);

        await Assert.ThrowsAsync<SpeechException>(() => gate.EnterAsync(true, CancellationToken.None));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_turn()
    {
        var gate = new WorkGate(1, 5);
        using var late = new CancellationTokenSource();
        var running = await gate.EnterAsync(false, CancellationToken.None);
        var gaveUp = gate.EnterAsync(false, late.Token);
        var patient = gate.EnterAsync(false, CancellationToken.None);

        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        running.Dispose();
        running.Dispose();

        using var turn = await patient;
        Assert.Equal(0, gate.Waiting);
        Assert.False(gate.EnterAsync(false, CancellationToken.None).IsCompleted);
    }

    private static async Task RunAsync(WorkGate gate, string name, bool urgent, List<string> order)
    {
        using var turn = await gate.EnterAsync(urgent, CancellationToken.None);
        order.Add(name);
    }
}
