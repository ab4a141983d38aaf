namespace CallIntake.Web.Components.Calls;

/// <summary>How the place of a call is known.</summary>
public enum AddressState
{
    /// <summary>No place was named.</summary>
    Missing,

    /// <summary>As the caller said it.</summary>
    Said,

    /// <summary>Read back and confirmed by the caller.</summary>
    Confirmed,

    /// <summary>Put right by an operator.</summary>
    Corrected,
}
