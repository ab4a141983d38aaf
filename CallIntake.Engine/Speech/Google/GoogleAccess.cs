using System.Net.Http.Headers;
using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.Google;

/// <summary>Puts the key or the service account's token on a request. Tokens are kept until they expire. Thread-safe.</summary>
internal sealed class GoogleAccess(IOptions<GoogleSpeechOptions> options, IConfiguration configuration)
{
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private readonly Lazy<GoogleCredential> _account = new(
        () => CredentialFactory.FromFile<ServiceAccountCredential>(configuration["GOOGLE_APPLICATION_CREDENTIALS"]!).ToGoogleCredential().CreateScoped(Scope),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Why no request can be signed, as far as that is seen from here; null for nothing.</summary>
    public string? Missing => configuration["GOOGLE_APPLICATION_CREDENTIALS"] switch
    {
        _ when options.Value.Key.Length > 0 => null,
        null or "" => $"neither {GoogleSpeechOptions.SectionName}:Key nor GOOGLE_APPLICATION_CREDENTIALS is set.",
        var file => File.Exists(file) ? null : $"GOOGLE_APPLICATION_CREDENTIALS: {file} does not exist.",
    };

    /// <summary>Signs a request.</summary>
    /// <exception cref="SpeechException">Neither key nor account is configured, or the account gives no token.</exception>
    public async Task SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.Key.Length > 0)
        {
            // In a header, not in the address: addresses get into logs.
            request.Headers.Add("X-Goog-Api-Key", options.Value.Key);
            return;
        }

        if (Missing is { } missing)
        {
            throw new SpeechException($"google: {missing}");
        }

        try
        {
            // The library shares one request for a token between all who wait for it, and that one hears no cancellation.
            var token = await _account.Value.UnderlyingCredential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken).WaitAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The library throws many kinds: file, JSON, key, network. The message of none of them holds the key.
            throw new SpeechException($"google: no token for the service account: {exception.Message}", exception);
        }
    }
}
