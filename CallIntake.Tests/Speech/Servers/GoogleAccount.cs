using System.Security.Cryptography;
using System.Text.Json;

namespace CallIntake.Tests.Speech.Servers;

/// <summary>The file of a made-up service account whose tokens come from a server of the test.</summary>
internal sealed class GoogleAccount : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("account").FullName;

    private GoogleAccount()
    {
    }

    public string Path => System.IO.Path.Combine(_folder, "account.json");

    public static async Task<GoogleAccount> CreateAsync(string server)
    {
        var account = new GoogleAccount();
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(account.Path, JsonSerializer.Serialize(new
        {
            type = "service_account",
            project_id = "p",
            private_key_id = "1",
            private_key = key.ExportPkcs8PrivateKeyPem(),
            client_email = "speech@p.iam.gserviceaccount.com",
            client_id = "1",
            token_uri = server + "/token",
        }));
        return account;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
