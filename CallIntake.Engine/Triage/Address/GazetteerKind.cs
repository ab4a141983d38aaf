namespace CallIntake.Engine.Triage.Address;

/// <summary>Kinds of places in the gazetteer, as flags.</summary>
[Flags]
internal enum GazetteerKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A town or village.</summary>
    Settlement = 1,

    /// <summary>A district of a town or region.</summary>
    District = 2,

    /// <summary>A microdistrict or quarter.</summary>
    Microdistrict = 4,

    /// <summary>A street, avenue or road.</summary>
    Street = 8,

    /// <summary>What the part <c>street</c> of an address may be: a microdistrict counts as one.</summary>
    Streets = Street | Microdistrict,
}
