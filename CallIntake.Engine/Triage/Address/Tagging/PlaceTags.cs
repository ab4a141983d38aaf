namespace CallIntake.Engine.Triage.Address.Tagging;

/// <summary>Facts about the tags.</summary>
internal static class PlaceTags
{
    /// <summary>How many tags there are.</summary>
    public const int Count = 16;

    /// <summary>Whether a tag continues a part.</summary>
    public static bool IsMore(PlaceTag tag) => tag is PlaceTag.StreetMore or PlaceTag.CrossingMore or PlaceTag.SettlementMore or PlaceTag.DistrictMore or PlaceTag.LandmarkMore;

    /// <summary>The tag that begins the part of <paramref name="tag"/>.</summary>
    public static PlaceTag First(PlaceTag tag) => IsMore(tag) ? tag - 1 : tag;

    /// <summary>Whether <paramref name="next"/> may stand behind <paramref name="before"/>.</summary>
    public static bool MayFollow(PlaceTag before, PlaceTag next) => !IsMore(next) || First(before) == First(next);
}
