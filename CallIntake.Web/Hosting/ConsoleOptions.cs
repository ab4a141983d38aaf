using System.ComponentModel.DataAnnotations;

namespace CallIntake.Web.Hosting;

/// <summary>The web side of the host; section <c>Console</c>.</summary>
public sealed class ConsoleOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Console";

    /// <summary>
    /// Where console and API are served (http://localhost:5102). The host is an address, localhost, or <c>*</c> for every interface; several
    /// addresses are divided by semicolons.
    /// </summary>
    [Required]
    public string Url { get; set; } = "http://localhost:5102";

    /// <summary>Zone of the times on the screen and of dates without a zone in requests (Asia/Almaty).</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Almaty";

    /// <summary>The administrator that is made at the first start.</summary>
    public AdministratorOptions Administrator { get; set; } = new();

    /// <summary>Folder of the keys that protect the sign-in cookies (data/keys); shared by the nodes of a site, readable by the host alone.</summary>
    [Required]
    public string KeysPath { get; set; } = "data/keys";

    /// <summary>How long a sign-in lasts without being used, hours (12; 1 to 168).</summary>
    [Range(1, 168)]
    public int SignInHours { get; set; } = 12;

    /// <summary>Wrong passwords after which an account is locked (5; 3 to 50).</summary>
    [Range(3, 50)]
    public int MaximumSignInFailures { get; set; } = 5;

    /// <summary>How long an account stays locked, minutes (5; 1 to 1440).</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 5;

    /// <summary>Whether <c>/metrics</c> answers a collector on this machine without a sign-in (false). What a proxy passed on never counts as this machine.</summary>
    public bool MetricsWithoutSignIn { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Url) && !IsAddress(Url))
        {
            yield return new ValidationResult($"'{Url}' is no address such as http://localhost:5102.", [nameof(Url)]);
        }

        if (!string.IsNullOrEmpty(TimeZone) && ConsoleZone.Find(TimeZone) is null)
        {
            yield return new ValidationResult($"'{TimeZone}' is no time zone known here, such as Asia/Almaty. Most zones need the system's package tzdata.", [nameof(TimeZone)]);
        }

        if (Administrator.Password is { Length: > 0 and < AdministratorOptions.MinimumPasswordLength })
        {
            yield return new ValidationResult(
                $"the password needs {AdministratorOptions.MinimumPasswordLength} characters or more; leave it empty to have one made.",
                ["Administrator:Password"]);
        }
    }

    private static bool IsAddress(string urls)
    {
        try
        {
            return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).All(
                address => address.Scheme is "http" or "https" && address is { IsUnixPipe: false, IsNamedPipe: false, PathBase: "", Port: >= 0 and <= 65535 });
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
