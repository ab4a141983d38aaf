using CallIntake.Engine.Calls;

namespace CallIntake.Tests.Web.Support;

/// <summary>Remembers which recordings were to be played.</summary>
internal sealed class FakeTestCalls : ITestCalls
{
    public List<IReadOnlyList<string>> Started { get; } = [];

    public Guid? Answer { get; set; } = Guid.CreateVersion7();

    public Task<Guid?> StartAsync(IReadOnlyList<string> wavPaths, CancellationToken cancellationToken)
    {
        Started.Add(wavPaths);
        return Task.FromResult(Answer);
    }
}
