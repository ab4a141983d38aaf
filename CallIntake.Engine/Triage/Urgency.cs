using System.Text.Json.Serialization;

namespace CallIntake.Engine.Triage;

/// <summary>How soon somebody must act. The order of the values is the order of severity; compare with &lt; and &gt;.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Urgency>))]
public enum Urgency
{
    /// <summary>No officer is needed soon.</summary>
    [JsonStringEnumMemberName("low")] Low = 0,

    /// <summary>An officer is needed, nobody is in danger now.</summary>
    [JsonStringEnumMemberName("medium")] Medium = 1,

    /// <summary>Minutes matter, no sign of immediate danger to life.</summary>
    [JsonStringEnumMemberName("high")] High = 2,

    /// <summary>A life may be lost within minutes.</summary>
    [JsonStringEnumMemberName("critical")] Critical = 3,
}
