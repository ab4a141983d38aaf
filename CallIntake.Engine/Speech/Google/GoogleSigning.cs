namespace CallIntake.Engine.Speech.Google;

/// <summary>Signs requests inside the provider's deadline and circuit breaker: the server that gives tokens can hang as well.</summary>
internal sealed class GoogleSigning(GoogleAccess access) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await access.SignAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
