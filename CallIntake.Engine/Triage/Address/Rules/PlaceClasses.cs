namespace CallIntake.Engine.Triage.Address.Rules;

/// <summary>The classes of words that the rules ask for, as bits. Immutable.</summary>
internal sealed class PlaceClasses(WordClasses classes)
{
    /// <summary>улица, көшесі, проспект, даңғылы …</summary>
    public ulong Street { get; } = classes.Bit("street") | classes.Bit("avenue");

    /// <summary>микрорайон, ықшамаудан, квартал …</summary>
    public ulong Quarter { get; } = classes.Bit("mkr");

    /// <summary>трасса, тасжол, тракт: words that stand for a road between towns alone.</summary>
    public ulong Highway { get; } = classes.Bit("road");

    /// <summary>Given names that belong to names of streets: Бауыржан, Шокана.</summary>
    public ulong Given { get; } = classes.Bit("given");

    /// <summary>мужчина, дочь, сосед …</summary>
    public ulong Person { get; } = classes.Bit("person");

    /// <summary>трасса, тасжол …</summary>
    public ulong Road { get; } = classes.Bit("road") | classes.Bit("roadword");

    /// <summary>километр, шақырым.</summary>
    public ulong Kilometre { get; } = classes.Bit("km");

    /// <summary>дом, үй …</summary>
    public ulong House { get; } = classes.Bit("house");

    /// <summary>квартира, пәтер …</summary>
    public ulong Flat { get; } = classes.Bit("flat");

    /// <summary>подъезд, кіреберіс.</summary>
    public ulong Entrance { get; } = classes.Bit("entrance");

    /// <summary>этаж, қабат.</summary>
    public ulong Floor { get; } = classes.Bit("floor");

    /// <summary>нет, ой, вернее, жоқ …</summary>
    public ulong Correction { get; } = classes.Bit("correction");

    /// <summary>Russian prepositions.</summary>
    public ulong Preposition { get; } = classes.Bit("prep_ru");

    /// <summary>и, мен, пен.</summary>
    public ulong And { get; } = classes.Bit("and");

    /// <summary>угол, пересечение, қиылысы.</summary>
    public ulong Crossing { get; } = classes.Bit("crossing");

    /// <summary>What is counted: people, hours, money, years.</summary>
    public ulong Counted { get; } = classes.Bit("count") | classes.Bit("time") | classes.Bit("age") | classes.Bit("money");

    /// <summary>номер, регион: a plate or a telephone follows.</summary>
    public ulong Plate { get; } = classes.Bit("plate") | classes.Bit("phone");

    /// <summary>магазин, мектеп, остановка …</summary>
    public ulong Landmark { get; } = classes.Bit("landmark");

    /// <summary>село, ауыл …</summary>
    public ulong Settlement { get; } = classes.Bit("settlement");
}
