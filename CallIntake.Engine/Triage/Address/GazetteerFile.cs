namespace CallIntake.Engine.Triage.Address;

/// <summary>
/// Reads the gazetteer's file: UTF-8, one place a line, fields separated by tabs (kind, name in Russian, name in Kazakh, old names
/// separated by semicolons, settlement); lines that begin with # are comments. Pure.
/// </summary>
internal static class GazetteerFile
{
    /// <summary>The places; throws <see cref="InvalidDataException"/> naming the first line that is none.</summary>
    public static List<GazetteerEntry> Parse(IEnumerable<string> lines)
    {
        var entries = new List<GazetteerEntry>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split('\t', StringSplitOptions.TrimEntries);
            if (fields.Length is < 2 or > 5 || fields[1].Length == 0 || KindOf(fields[0]) is GazetteerKind.None)
            {
                throw new InvalidDataException(
                    $"line {number}: expected kind (settlement, district, microdistrict, street), name in Russian, name in Kazakh, old names, settlement, separated by tabs");
            }

            entries.Add(new GazetteerEntry(
                KindOf(fields[0]),
                fields[1],
                Field(fields, 2) ?? fields[1],
                Field(fields, 3)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                Field(fields, 4)));
        }

        return entries;
    }

    private static string? Field(string[] fields, int index) => index < fields.Length && fields[index].Length > 0 ? fields[index] : null;

    private static GazetteerKind KindOf(string kind) => kind switch
    {
        "settlement" => GazetteerKind.Settlement,
        "district" => GazetteerKind.District,
        "microdistrict" => GazetteerKind.Microdistrict,
        "street" => GazetteerKind.Street,
        _ => GazetteerKind.None,
    };
}
