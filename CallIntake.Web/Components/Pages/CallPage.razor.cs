using CallIntake.Engine.Calls;
using CallIntake.Engine.Data;
using CallIntake.Web.Components.Calls;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CallIntake.Web.Components.Pages;

/// <summary>
/// One call in full. While the call is on the board it changes here as it changes there; ended ones are read from the archive.
/// </summary>
public sealed partial class CallPage(
    LiveView live,
    ICallArchive archive,
    DeskActions desk,
    KeyRing keys,
    ConsoleScript script,
    ConsoleClock clock,
    NavigationManager navigation,
    IStringLocalizer<SharedText> text,
    ILogger<CallPage> logger) : ComponentBase, IDisposable
{
    private static readonly string[] Names = ["a", "esc", "left", "right"];

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<CallEvent> _events = [];
    private NeighbouringCalls _neighbours;
    private IDisposable? _changes;
    private IDisposable? _keyHold;
    private Call? _call;
    private Guid _read;
    private string? _problem;

    /// <summary>The call.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private IStringLocalizer<SharedText> T => text;

    private ConsoleClock Clock => clock;

    /// <inheritdoc />
    public void Dispose()
    {
        _changes?.Dispose();
        _keyHold?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _changes = live.OnChanged(() => InvokeAsync(OnCallsAsync));
        _keyHold = keys.Take(Names, PressAsync);
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_read == Id)
        {
            return;
        }

        _read = Id;
        (_call, _events, _neighbours, _problem) = (live.Current.Calls.GetValueOrDefault(Id), [], default, null);
        try
        {
            _call ??= await archive.FindAsync(Id, _gone.Token);
            _problem = _call is null ? "Page_notFound" : null;
            await ReadBesideAsync();
        }
        catch (CallStorageException exception)
        {
            logger.PageUnreadable(exception);
            _problem = "Page_loadFailed";
        }
    }

    private async Task OnCallsAsync()
    {
        if (live.Current.Calls.TryGetValue(Id, out var newer) && !ReferenceEquals(newer, _call))
        {
            await TakeAsync(newer);
            StateHasChanged();
        }
    }

    private async Task TakeAsync(Call newer)
    {
        if (_call is null || newer.Version >= _call.Version)
        {
            _call = newer;
        }

        await ReadBesideAsync();
    }

    private async Task ReadBesideAsync()
    {
        if (_call is null)
        {
            return;
        }

        try
        {
            _events = await archive.EventsAsync(Id, _gone.Token);
            _neighbours = await archive.NeighboursAsync(Id, _gone.Token);
        }
        catch (CallStorageException exception)
        {
            // The call itself is known: its page stays, without what cannot be read.
            logger.EventsUnreadable(exception);
        }
    }

    private async Task PressAsync(string name)
    {
        switch (name)
        {
            case "esc":
                navigation.NavigateTo("/");
                break;
            case "left" when _neighbours.Previous is { } previous:
                navigation.NavigateTo($"/calls/{previous}");
                break;
            case "right" when _neighbours.Next is { } next:
                navigation.NavigateTo($"/calls/{next}");
                break;
            case "a" when _call is { } call && BoardArrangement.IsUnacknowledged(call):
                if (await desk.AcknowledgeAsync(call.Id) is { } taken)
                {
                    await TakeAsync(taken);
                }

                break;
            default:
                break;
        }

        await InvokeAsync(StateHasChanged);
    }

    private string Title(Call call) => call.Effective is { } record ? T.Category(record.Category) : T["Card_unknown"];
}
