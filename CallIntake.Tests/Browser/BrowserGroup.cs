namespace CallIntake.Tests.Browser;

/// <summary>Tests with a browser run one after the other: each has a whole host and a Chromium of its own.</summary>
[CollectionDefinition(nameof(BrowserGroup))]
public sealed class BrowserGroup;
