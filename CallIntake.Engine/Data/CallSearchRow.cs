namespace CallIntake.Engine.Data;

/// <summary>
/// What full-text search looks at: words, address, summary and the digits of the number of one call, folded by <see cref="SearchText"/>.
/// Not data of its own; it can be made again from <c>calls</c>.
/// </summary>
internal sealed class CallSearchRow
{
    /// <summary>Whole number, because SQLite's full-text index refers to rows by one.</summary>
    public long Id { get; set; }

    public Guid CallId { get; set; }

    public string Text { get; set; } = string.Empty;
}
