using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>
/// The public servers or a mirror of them. Goes on with a part by <c>Range</c> and <c>If-Range</c>: a server that knows neither, or has
/// another file by now, answers with the whole one. Thread-safe.
/// </summary>
/// <param name="clients">Gives the client <see cref="ClientName"/>: time until the answer begins, proxy by the environment.</param>
/// <param name="mirror">Address that stands for scheme and host of the public ones; null for these themselves.</param>
internal sealed class HttpModelSource(IHttpClientFactory clients, Uri? mirror) : IModelSource
{
    // A user and a password in the address would get into messages; the client does not send them anyway.
    private readonly string? _mirror = mirror?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "models";

    /// <inheritdoc />
    public string Locate(KnownFile file) => Address(file).AbsoluteUri;

    /// <inheritdoc />
    public async Task<ModelStream> OpenAsync(KnownFile file, long from, string? tag, CancellationToken cancellationToken)
    {
        var condition = from > 0 ? Condition(tag) : null;
        from = condition is null ? 0 : from;
        var response = await SendAsync(Address(file), from, condition, cancellationToken);
        if (condition is not null && IsWhole(response, from))
        {
            response.Dispose();
            return new ModelStream(Stream.Null, from, from, tag);
        }

        if (condition is not null && !GoesOn(response, from, tag))
        {
            response = response.StatusCode == HttpStatusCode.OK ? response : await SendAgainAsync(response, file, cancellationToken);
            from = 0;
        }

        ThrowIfRefused(response, file);
        var total = response.Content.Headers.ContentRange?.Length ?? (response.Content.Headers.ContentLength is { } rest ? from + rest : null);
        return new ModelStream(await response.Content.ReadAsStreamAsync(cancellationToken), from, total, Tag(response), response);
    }

    private Uri Address(KnownFile file) => _mirror is null ? file.Address : new Uri(_mirror + file.Address.PathAndQuery);

    private async Task<HttpResponseMessage> SendAgainAsync(HttpResponseMessage useless, KnownFile file, CancellationToken cancellationToken)
    {
        useless.Dispose();
        return await SendAsync(Address(file), 0, null, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, RangeConditionHeaderValue? condition, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (condition is not null)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = condition;
        }

        try
        {
            return await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new SpeechException($"{address}: {exception.Message} (a proxy is taken from HTTPS_PROXY; a mirror from {ModelFilesOptions.SectionName}:Mirror)", exception);
        }
        catch (TaskCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpeechException($"{address}: no answer in time ({ModelFilesOptions.SectionName}:{nameof(ModelFilesOptions.AnswerWithin)}).", exception);
        }
    }

    // 416: there is nothing after what is here.
    private static bool IsWhole(HttpResponseMessage response, long from) =>
        response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == from;

    // A server that ignores If-Range would have new bytes glued to old ones; its own tag gives it away.
    private static bool GoesOn(HttpResponseMessage response, long from, string? tag) =>
        response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == from && (Tag(response) ?? tag) == tag;

    private static void ThrowIfRefused(HttpResponseMessage response, KnownFile file)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        using (response)
        {
            var hint = response.StatusCode == HttpStatusCode.NotFound ? $" Mirror and catalogue ({ModelFilesOptions.SectionName}) say where {file.Path} should be." : string.Empty;
            throw new SpeechException($"{response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)}: {(int)response.StatusCode} {response.ReasonPhrase}.{hint}");
        }
    }

    // A weak tag promises the same meaning, not the same bytes.
    private static string? Tag(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } tag
        ? tag.Tag
        : response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture);

    private static RangeConditionHeaderValue? Condition(string? tag) => tag switch
    {
        null or "" => null,
        _ when tag.StartsWith('"') => new RangeConditionHeaderValue(tag),
        _ => DateTimeOffset.TryParse(tag, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new RangeConditionHeaderValue(date) : null,
    };
}
