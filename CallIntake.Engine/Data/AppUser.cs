using Microsoft.AspNetCore.Identity;

namespace CallIntake.Engine.Data;

/// <summary>A person who signs in to the console. <see cref="IdentityUser.UserName"/> is what events name as the doer.</summary>
public sealed class AppUser : IdentityUser
{
    /// <summary>The name shown on the screen; the sign-in name is shown where it is empty.</summary>
    [ProtectedPersonalData]
    public string? DisplayName { get; set; }
}
