using Microsoft.AspNetCore.Http.Metadata;

namespace CallIntake.Web.Endpoints;

/// <summary>Largest body that a route takes, bytes; a larger one is answered with 413.</summary>
internal sealed class RequestSizeLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <inheritdoc />
    public long? MaxRequestBodySize { get; } = bytes;
}
