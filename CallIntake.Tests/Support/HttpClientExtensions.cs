using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallIntake.Tests.Support;

/// <summary>What a browser does, with a plain client.</summary>
internal static partial class HttpClientExtensions
{
    /// <summary>Loads the sign-in page and posts its form.</summary>
    public static Task<HttpResponseMessage> PostLoginAsync(this HttpClient client, string name, string password, string? returnUrl = null) => client.PostFormAsync(
        "/Account/Login" + (returnUrl is null ? string.Empty : "?returnUrl=" + Uri.EscapeDataString(returnUrl)),
        new() { ["name"] = name, ["password"] = password });

    /// <summary>Loads a page with a form and posts it with the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, Dictionary<string, string> fields, string? to = null)
    {
        using var shown = await client.GetPageAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var token = Token().Match(await shown.Content.ReadAsStringAsync());
        Assert.True(token.Success, "The page has no antiforgery token.");
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(token.Groups["token"].Value);
        return await client.PostAsync(to ?? page, new FormUrlEncodedContent(fields));
    }

    /// <summary>Asks as a browser does.</summary>
    public static Task<HttpResponseMessage> GetPageAsync(this HttpClient client, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return client.SendAsync(request);
    }

    /// <summary>The JSON of an answer that must be right.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>The problem details of an answer, checked to be some.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        return problem;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
