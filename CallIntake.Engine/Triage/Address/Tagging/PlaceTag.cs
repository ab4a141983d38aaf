namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>What a word is in an address; "More" continues the part before it.</summary>
internal enum PlaceTag
{
    /// <summary>No part of an address.</summary>
    None,

    /// <summary>First word of the street, avenue or microdistrict.</summary>
    Street,

    /// <summary>Further word of it.</summary>
    StreetMore,

    /// <summary>First word of the second street at a crossing.</summary>
    Crossing,

    /// <summary>Further word of it.</summary>
    CrossingMore,

    /// <summary>First word of the town or village.</summary>
    Settlement,

    /// <summary>Further word of it.</summary>
    SettlementMore,

    /// <summary>First word of the district.</summary>
    District,

    /// <summary>Further word of it.</summary>
    DistrictMore,

    /// <summary>First word of the landmark.</summary>
    Landmark,

    /// <summary>Further word of it.</summary>
    LandmarkMore,

    /// <summary>The house.</summary>
    House,

    /// <summary>The flat.</summary>
    Flat,

    /// <summary>The entrance.</summary>
    Entrance,

    /// <summary>The floor.</summary>
    Floor,

    /// <summary>The kilometre of a road.</summary>
    RoadKm,
}
