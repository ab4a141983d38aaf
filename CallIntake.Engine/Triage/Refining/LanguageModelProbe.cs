using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>Asks the configured language model about a made-up call, once. Thread-safe.</summary>
public sealed class LanguageModelProbe
{
    // Longer than a call would wait: the answer "slow" tells more than "late".
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    private readonly IServiceProvider _services;

    internal LanguageModelProbe(IServiceProvider services) => _services = services;

    /// <summary>What was seen; null where none is configured.</summary>
    public async Task<LanguageModelFinding?> AskAsync(CancellationToken cancellationToken)
    {
        var options = _services.GetRequiredService<IOptions<LanguageModelOptions>>().Value;
        if (options.Backend == LanguageModelBackend.None)
        {
            return null;
        }

        var time = _services.GetRequiredService<TimeProvider>();
        using var late = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var started = time.GetTimestamp();
        var reply = new ModelReply("late");
        try
        {
            var input = TriageInput.FromText("Соседи шумят, улица Абая, дом десять.");
            reply = await RefiningServiceCollectionExtensions.CreateModel(_services, options).AskAsync(input, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Late, as the reply says.
        }

        return Judge(options, reply, time.GetElapsedTime(started).TotalSeconds);
    }

    private static LanguageModelFinding Judge(LanguageModelOptions options, ModelReply reply, double seconds)
    {
        var name = $"{LanguageModelServices.Name(options)} at {LanguageModelServices.Place(options)}";
        var licence = $"Licence: {LanguageModelServices.Licence(options.Backend)}.";
        var took = FormattableString.Invariant($"{seconds:0.00} s");
        return reply.Outcome switch
        {
            "used" when seconds > options.DeadlineSeconds => new(false, $"{name} answers in {took}, longer than {LanguageModelOptions.SectionName}:DeadlineSeconds ({options.DeadlineSeconds:0.#}): it would be too late for a call. {licence}"),
            "used" => new(true, $"{name} answers in {took}. {licence}"),
            "late" => new(false, $"{name} does not answer within {Deadline.TotalSeconds:0} s; the embedded judgement stands. {licence}"),
            "failed" => new(false, $"{name} cannot be asked ({reply.Raw}); the embedded judgement stands. {licence}"),
            _ => new(false, $"{name} answers in {took}, but its answer is {reply.Outcome}; the embedded judgement stands. {licence}"),
        };
    }
}
