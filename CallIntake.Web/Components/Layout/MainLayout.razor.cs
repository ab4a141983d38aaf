using CallIntake.Web.Components.Calls;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CallIntake.Web.Components.Layout;

/// <summary>The frame of every page of the console; tells the browser every two seconds that the data are fresh.</summary>
public sealed partial class MainLayout(
    ConsoleScript script,
    ConsoleClock clock,
    KeyRing keys,
    TimeProvider time,
    IDialogService dialogs,
    NavigationManager navigation,
    IStringLocalizer<SharedText> text) : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private ErrorBoundary? _boundary;
    private DotNetObjectReference<MainLayout>? _self;
    private Task _beats = Task.CompletedTask;
    private string _theme = ConsoleTheme.Dark;
    private bool _helpOpen;

    [CascadingParameter(Name = "InitialTheme")]
    private string? InitialTheme { get; set; }

    private IStringLocalizer<SharedText> T => text;

    private NavigationManager Navigation => navigation;

    /// <summary>A key was pressed in the browser.</summary>
    [JSInvokable]
    public Task PressAsync(string name) => name == "?" ? ShowKeysAsync() : keys.PressAsync(name);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        keys.Changed -= OnKeysChanged;
        await _stop.CancelAsync();
        await _beats;
        _stop.Dispose();
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _theme = ConsoleTheme.Known(InitialTheme);
        keys.Changed += OnKeysChanged;
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _boundary?.Recover();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await script.StartAsync(_self);
            await script.SetKeysAsync(keys.Names);
            _beats = BeatAsync(_stop.Token);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Beat, time);
            do
            {
                await script.BeatAsync(clock.Now, clock.Clock(clock.Now));
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The circuit is going, or the browser did not take the beat in time: the dot turns by itself.
        }
    }

    private void OnKeysChanged(object? sender, EventArgs e) => _ = InvokeAsync(() => script.SetKeysAsync(keys.Names));

    private async Task SwitchThemeAsync()
    {
        _theme = _theme == ConsoleTheme.Dark ? ConsoleTheme.Light : ConsoleTheme.Dark;
        await script.SetThemeAsync(_theme);
    }

    private async Task ShowKeysAsync()
    {
        if (_helpOpen)
        {
            return;
        }

        _helpOpen = true;
        var dialog = await dialogs.ShowAsync<KeysHelp>(text["Keys_title"]);
        await dialog.Result;
        _helpOpen = false;
    }
}
