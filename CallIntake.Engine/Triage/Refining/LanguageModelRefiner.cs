using Microsoft.Extensions.Logging;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>The second look by a language model: one deadline, at most one more try, rest after failures. Thread-safe.</summary>
internal sealed class LanguageModelRefiner(
    LanguageModel model,
    ModelMerge merge,
    CircuitBreaker breaker,
    LanguageModelState state,
    LanguageModelOptions options,
    TimeProvider time,
    ILogger<LanguageModelRefiner> logger) : ITriageRefiner
{
    private readonly string _name = LanguageModelServices.Name(options);

    public async Task<TriageRecord> RefineAsync(TriageInput input, TriageRecord embedded, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (input.Turns.All(turn => string.IsNullOrWhiteSpace(turn.Text)))
        {
            return embedded;
        }

        if (!breaker.IsClosed())
        {
            return embedded with { Exchange = Exchange(new ModelReply("resting"), 0, 0, 0, []) };
        }

        var start = time.GetTimestamp();
        var (reply, sent, received) = await AskAsync(input, cancellationToken);
        var milliseconds = time.GetElapsedTime(start).TotalMilliseconds;
        logger.Refined(_name, reply.Outcome, milliseconds);
        if (reply.Answer is null)
        {
            return embedded with { Exchange = Exchange(reply, sent, received, milliseconds, []) };
        }

        var (record, disagreements) = merge.Merge(input, embedded, reply.Answer);
        return record with
        {
            Sources = record.Sources with { Model = _name, Prompt = model.PromptVersion },
            Exchange = Exchange(reply, sent, received, milliseconds, disagreements),
        };
    }

    private async Task<(ModelReply Reply, long Sent, long Received)> AskAsync(TriageInput input, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.DeadlineSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var (reply, sent, received) = (new ModelReply("failed"), 0L, 0L);
        for (var attempt = 0; attempt <= options.Retries && reply.Answer is null && !deadline.IsCancellationRequested; attempt++)
        {
            try
            {
                // Some clients do not watch the token while they wait for the first byte.
                reply = await model.AskAsync(input, linked.Token).WaitAsync(linked.Token);
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                reply = new ModelReply("late");
            }

            (sent, received) = (sent + reply.TokensIn, received + reply.TokensOut);
            if (reply.Outcome is "refused" or "late")
            {
                break;
            }
        }

        Count(reply);
        return (reply, sent, received);
    }

    private void Count(ModelReply reply)
    {
        if (reply.Outcome is "late" or "failed" or "empty")
        {
            breaker.Failed();
            state.Failed(reply.Outcome);
        }
        else
        {
            breaker.Succeeded();
            state.Answered();
        }
    }

    private ModelExchange Exchange(ModelReply reply, long sent, long received, double milliseconds, IReadOnlyList<ModelDisagreement> disagreements) => new(
        _name,
        model.PromptVersion,
        reply.Outcome,
        reply.Raw,
        sent,
        received,
        ((sent * options.PriceIn) + (received * options.PriceOut)) / 1_000_000,
        Math.Round(milliseconds),
        disagreements);
}
