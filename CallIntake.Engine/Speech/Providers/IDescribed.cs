namespace CallIntake.Engine.Speech.Providers;

/// <summary>A recogniser or voice that can say what it needs. Thread-safe.</summary>
internal interface IDescribed
{
    /// <summary>Looks at configuration and files only: cheap enough for every health probe, no request, no loading.</summary>
    /// <param name="language">ru or kk.</param>
    ProviderCard Describe(string language);
}
