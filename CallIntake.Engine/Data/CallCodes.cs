using System.Collections.Frozen;
using System.Text.Json;
using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Data;

/// <summary>Codes of statuses and dispositions, as they stand in database, JSON, CSV and address lines.</summary>
public static class CallCodes
{
    private static readonly FrozenDictionary<CallStatus, string> StatusCodes = Codes<CallStatus>();
    private static readonly FrozenDictionary<string, CallStatus> Statuses = Values(StatusCodes);
    private static readonly FrozenDictionary<Disposition, string> DispositionCodes = Codes<Disposition>();
    private static readonly FrozenDictionary<string, Disposition> Dispositions = Values(DispositionCodes);

    /// <summary>The code of a status, such as in_progress.</summary>
    public static string Code(this CallStatus status) => StatusCodes[status];

    /// <summary>The code of a disposition, such as no_action.</summary>
    public static string Code(this Disposition disposition) => DispositionCodes[disposition];

    /// <summary>Reads a status; false where the text is none.</summary>
    public static bool TryParseStatus(string? code, out CallStatus status)
    {
        status = default;
        return code is not null && Statuses.TryGetValue(code, out status);
    }

    /// <summary>Reads a disposition; false where the text is none.</summary>
    public static bool TryParseDisposition(string? code, out Disposition disposition)
    {
        disposition = default;
        return code is not null && Dispositions.TryGetValue(code, out disposition);
    }

    private static FrozenDictionary<T, string> Codes<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static FrozenDictionary<string, T> Values<T>(FrozenDictionary<T, string> codes)
        where T : struct, Enum =>
        codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
}
