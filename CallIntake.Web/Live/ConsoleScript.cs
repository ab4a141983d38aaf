using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallIntake.Web.Live;

/// <summary>
/// The browser's part of the console (<c>js/console.js</c>). Every call is harmless once the circuit is gone. One for each circuit.
/// </summary>
public sealed class ConsoleScript(IJSRuntime runtime) : IAsyncDisposable
{
    /// <summary>Where the module lies.</summary>
    public const string Path = "./js/console.js";

    private Task<IJSObjectReference>? _module;

    /// <summary>Begins to tick and to listen; <paramref name="server"/> has PressAsync(name).</summary>
    public Task StartAsync<T>(DotNetObjectReference<T> server)
        where T : class => CallAsync("start", server);

    /// <summary>Tells the browser the server's time.</summary>
    public Task BeatAsync(DateTimeOffset now, string clock) => CallAsync("beat", now.ToUnixTimeMilliseconds(), clock);

    /// <summary>Keeps the look for the next visit and shows it.</summary>
    public Task SetThemeAsync(string theme) => CallAsync("setTheme", theme);

    /// <summary>The keys that the open page listens to.</summary>
    public Task SetKeysAsync(IReadOnlyList<string> names) => CallAsync("setKeys", names);

    /// <summary>Whether single keys are switched on in this browser.</summary>
    public async Task<bool> AreKeysOnAsync()
    {
        try
        {
            return await (await ModuleAsync()).InvokeAsync<bool>("keysOn");
        }
        catch (JSDisconnectedException)
        {
            return true;
        }
    }

    /// <summary>Switches single keys on or off in this browser.</summary>
    public Task SetKeysOnAsync(bool on) => CallAsync("setKeysOn", on);

    /// <summary>Watches the list; <paramref name="server"/> has HoldAsync(held).</summary>
    public Task WatchHoldAsync<T>(ElementReference list, DotNetObjectReference<T> server)
        where T : class => CallAsync("watchHold", list, server);

    /// <summary>Puts the focus on a card.</summary>
    public Task FocusCardAsync(Guid id) => CallAsync("focusCard", id);

    /// <summary>Puts the focus on an element.</summary>
    public Task FocusAsync(string selector) => CallAsync("focusOn", selector);

    /// <summary>Takes the focus away.</summary>
    public Task LeaveAsync() => CallAsync("leave");

    /// <summary>Scrolls an element to its beginning.</summary>
    public Task ToTopAsync(string selector) => CallAsync("toTop", selector);

    /// <summary>Puts a text on the clipboard.</summary>
    public Task CopyAsync(string text) => CallAsync("copy", text);

    /// <summary>Prints the page.</summary>
    public Task PrintAsync() => CallAsync("print");

    /// <summary>Stops ticking and listening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_module is not { IsCompletedSuccessfully: true })
        {
            return;
        }

        try
        {
            var module = await _module;
            await module.InvokeVoidAsync("stop");
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; nothing is left to stop.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= runtime.InvokeAsync<IJSObjectReference>("import", Path).AsTask();

    private async Task CallAsync(string name, params object?[] arguments)
    {
        try
        {
            await (await ModuleAsync()).InvokeVoidAsync(name, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }
}
