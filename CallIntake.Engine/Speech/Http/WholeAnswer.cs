namespace CallIntake.Engine.Speech.Http;

/// <summary>
/// Reads an answer to its end before it is passed on, so that the handlers around it see a server that drips its answer, breaks off in the
/// middle, or sends too much.
/// </summary>
internal sealed class WholeAnswer : DelegatingHandler
{
    /// <summary>Largest answer: a minute of 48 kHz stereo.</summary>
    public const int MaximumBytes = 12 * 1024 * 1024;

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
