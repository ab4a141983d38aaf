namespace CallIntake.Engine.Triage;

/// <summary>Who is sent; the names are the record's own values on every surface.</summary>
public static class Departments
{
    /// <summary>Police: crime, order, roads.</summary>
    public const string Police = "Полиция";

    /// <summary>Ambulance.</summary>
    public const string Ambulance = "Скорая";

    /// <summary>Ministry of emergency situations: fire, rescue, gas.</summary>
    public const string Rescue = "МЧС";

    /// <summary>City administration: utilities, stray animals.</summary>
    public const string Administration = "Акимат";

    /// <summary>All departments.</summary>
    public static IReadOnlyList<string> All { get; } = [Police, Ambulance, Rescue, Administration];

    /// <summary>Those that a record concerns, sent or only told, in the order of <see cref="All"/>; none without a record.</summary>
    public static IEnumerable<string> Of(TriageRecord? record) =>
        All.Where(name => name == record?.RecommendedDepartment || record?.AlsoNotify.Contains(name) == true);
}
