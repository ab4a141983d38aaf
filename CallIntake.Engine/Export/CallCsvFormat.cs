namespace CallIntake.Engine.Export;

/// <summary>How an export is written.</summary>
/// <param name="Zone">Zone of the times.</param>
/// <param name="Separator">Between the cells: a comma, or a semicolon for spreadsheets of countries where the comma divides decimals.</param>
public sealed record CallCsvFormat(TimeZoneInfo Zone, char Separator = ',');
