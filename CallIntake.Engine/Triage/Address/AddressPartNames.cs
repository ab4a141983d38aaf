using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Names of the parts as they stand in JSON.</summary>
internal static class AddressPartNames
{
    /// <summary>The name of the part that a tag belongs to.</summary>
    public static string Of(PlaceTag tag) => PlaceTags.First(tag) switch
    {
        PlaceTag.Street => "street",
        PlaceTag.Crossing => "crossing",
        PlaceTag.Settlement => "settlement",
        PlaceTag.District => "district",
        PlaceTag.Landmark => "landmark",
        PlaceTag.House => "house",
        PlaceTag.Flat => "flat",
        PlaceTag.Entrance => "entrance",
        PlaceTag.Floor => "floor",
        PlaceTag.RoadKm => "road_km",
        _ => "none",
    };
}
