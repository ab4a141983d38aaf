namespace CallIntake.Engine.Data;

/// <summary>A row of <c>call_events</c>. The database refuses to change or delete one.</summary>
internal sealed class CallEventRow
{
    public Guid Id { get; set; }

    public Guid CallId { get; set; }

    public DateTimeOffset Timestamp { get; set; }

    public string CallerId { get; set; } = string.Empty;

    public string Stage { get; set; } = string.Empty;

    /// <summary>JSON object.</summary>
    public string Data { get; set; } = "{}";
}
