namespace CallIntake.Engine.Triage.Address;

/// <summary>What a caller says to an address that was read back.</summary>
public enum ConfirmationAnswer
{
    /// <summary>Neither can be told.</summary>
    Unclear,

    /// <summary>It is right.</summary>
    Yes,

    /// <summary>It is wrong.</summary>
    No,
}
