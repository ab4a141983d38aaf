using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Agi.Peer;

/// <summary>Places test calls through the host's own FastAGI port; they go on after the method has returned.</summary>
internal sealed class TestCalls(TestCaller caller, CallAftercare aftercare) : ITestCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task<Guid?> StartAsync(IReadOnlyList<string> wavPaths, CancellationToken cancellationToken)
    {
        var progress = new CallIdProgress();
        aftercare.Start(Guid.Empty, () => PlaceAsync(new TestCallPlan { Wavs = wavPaths, Progress = progress }, progress));
        try
        {
            return await progress.CallId.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task PlaceAsync(TestCallPlan plan, CallIdProgress progress)
    {
        try
        {
            var result = await caller.PlaceAsync(plan, CancellationToken.None);
            progress.Finish(result.CallId);
        }
        catch (TestCallException exception)
        {
            progress.Fail(new CallLineException(exception.Message, exception));
        }
    }
}
