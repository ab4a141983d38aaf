namespace CallIntake.Tests.Browser;

/// <summary>Tests that need a console of their own and a Chromium.</summary>
public abstract class ConsoleInBrowser : IAsyncLifetime
{
    private protected ConsoleSite Site { get; private set; } = null!;

    private protected Chromium Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Site, Chromium) = (await ConsoleSite.StartAsync(), await Chromium.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
