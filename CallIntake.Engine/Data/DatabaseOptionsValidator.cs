using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CallIntake.Engine.Data;

/// <summary>Reads the connection string as its provider would, so that a typing mistake is named at the start.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    private const string Key = $"{DatabaseOptions.SectionName}:{nameof(DatabaseOptions.ConnectionString)}";

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        try
        {
            return options.Provider switch
            {
                DatabaseProvider.Sqlite => Check(new SqliteConnectionStringBuilder(options.ConnectionString)),
                DatabaseProvider.PostgreSQL => Check(new NpgsqlConnectionStringBuilder(options.ConnectionString)),
                _ => ValidateOptionsResult.Fail($"{DatabaseOptions.SectionName}:Provider must be Sqlite or PostgreSQL."),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return ValidateOptionsResult.Fail($"{Key} is no connection string of {options.Provider}: {exception.Message}");
        }
    }

    private static ValidateOptionsResult Check(SqliteConnectionStringBuilder builder) =>
        builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory
            ? ValidateOptionsResult.Fail($"{Key} must name a file (Data Source=data/callintake.db): a database in memory loses every call.")
            : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Check(NpgsqlConnectionStringBuilder builder) =>
        string.IsNullOrWhiteSpace(builder.Host) || string.IsNullOrWhiteSpace(builder.Database)
            ? ValidateOptionsResult.Fail($"{Key} must name Host and Database of the PostgreSQL server.")
            : ValidateOptionsResult.Success;
}
