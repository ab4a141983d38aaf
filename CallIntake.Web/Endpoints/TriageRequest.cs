namespace CallIntake.Web.Endpoints;

/// <summary>Body of <c>POST /api/triage</c>.</summary>
/// <param name="Text">What a caller would say.</param>
internal sealed record TriageRequest(string? Text);
