namespace CallIntake.Web.Resources;

/// <summary>Names the resources with the words of the pages for signing in and for errors, in Russian, Kazakh and English.</summary>
public sealed class AccountText;
