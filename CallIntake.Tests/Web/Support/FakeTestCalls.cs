using CallIntake.Engine.Calls;

namespace CallIntake.Tests.Web.Support;

/// <summary>Remembers which recordings were to be played, and whether they were there.</summary>
internal sealed class FakeTestCalls : ITestCalls
{
    public List<IReadOnlyList<string>> Started { get; } = [];

    public List<bool> Existed { get; } = [];

    public Guid? Answer { get; set; } = Guid.CreateVersion7();

    public Exception? Failure { get; set; }

    public Task<Guid?> StartAsync(IReadOnlyList<string> wavPaths, CancellationToken cancellationToken)
    {
        Started.Add(wavPaths);
        Existed.AddRange(wavPaths.Select(File.Exists));
        return Failure is null ? Task.FromResult(Answer) : Task.FromException<Guid?>(Failure);
    }
}
