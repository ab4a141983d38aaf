using System.ClientModel;
using System.Text;
using Microsoft.Extensions.AI;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>Asks a language model once. The caller's words go as data in the user's role, never into the instructions. Thread-safe.</summary>
internal sealed class LanguageModel(IChatClient client, PromptFile prompt, AnswerFormat format, int maximumTokens)
{
    private const int LongestCall = 12_000;

    /// <summary>Version of the prompt.</summary>
    public string PromptVersion => prompt.Version;

    /// <summary>One question; every failure but the caller's own cancellation is a reply.</summary>
    public async Task<ModelReply> AskAsync(TriageInput input, CancellationToken cancellationToken)
    {
        ChatMessage[] messages = [new(ChatRole.System, prompt.Text), new(ChatRole.User, Delimit(input))];
        var options = new ChatOptions
        {
            Temperature = 0,
            MaxOutputTokens = maximumTokens,
            ResponseFormat = AnswerSchema.Format(format),
            AdditionalProperties = new AdditionalPropertiesDictionary { ["strict"] = true },
        };
        try
        {
            return Read(await client.GetResponseAsync(messages, options, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new ModelReply("late");
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException or InvalidOperationException
            or FormatException or System.Text.Json.JsonException or AggregateException or ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            var status = exception is ClientResultException { Status: > 0 } refused ? $" {refused.Status}" : string.Empty;
            return new ModelReply("failed", Raw: exception.GetBaseException().GetType().Name + status);
        }
    }

    private static ModelReply Read(ChatResponse response)
    {
        var (sent, received) = (response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
        var text = response.Text;
        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any()))
        {
            return new ModelReply("refused", null, text, sent, received);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new ModelReply("empty", null, text, sent, received);
        }

        var answer = ModelAnswerReader.Read(text);
        return answer is not null ? new ModelReply("used", answer, text, sent, received)
            : new ModelReply(response.FinishReason == ChatFinishReason.Length ? "truncated" : "unusable", null, text, sent, received);
    }

    private static string Delimit(TriageInput input)
    {
        var text = new StringBuilder("<call>\n");
        foreach (var turn in input.Turns)
        {
            text.Append(turn.AnswerTo is null ? "- " : $"- ({turn.AnswerTo}) ").AppendLine(Clean(turn.Text));
            if (text.Length > LongestCall)
            {
                break;
            }
        }

        return text.Append("</call>").ToString();
    }

    // The delimiter cannot be closed from inside.
    private static string Clean(string text) => new([.. text.Take(LongestCall).Select(c => c is '<' or '>' || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
}
