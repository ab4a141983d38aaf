namespace CallIntake.Web.Hosting;

/// <summary>The administrator that is made at the first start; section <c>Console:Administrator</c>.</summary>
public sealed class AdministratorOptions
{
    /// <summary>Shortest password of any account.</summary>
    public const int MinimumPasswordLength = 10;

    /// <summary>Password of the account <c>admin</c>; one is made, and shown once, where this is empty. Not read again after the first start.</summary>
    public string Password { get; set; } = string.Empty;
}
