using Microsoft.Extensions.Hosting;

namespace CallIntake.Engine.Triage;

/// <summary>
/// Judges made-up calls while the host starts: rules and model are read, their code is compiled, and the first caller does not wait for
/// it. Never fails: <see cref="ITriage.Assess"/> does not throw.
/// </summary>
internal sealed class TriageWarmUp(ITriage triage) : IHostedService
{
    // From its thirtieth time on the runtime compiles a method for speed, in the background; better now than between the first callers.
    private const int Rounds = 20;

    private static readonly string[] Calls =
    [
        "Соседи шумят, музыка на весь дом, улица Абая, дом десять, квартира семь.",
        "Көршілер айғайлап жатыр, Абай көшесі, он екінші үй, екі адам, тезірек келіңізші.",
    ];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var call in Enumerable.Repeat(Calls, Rounds).SelectMany(calls => calls))
        {
            triage.Assess(TriageInput.FromText(call));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
