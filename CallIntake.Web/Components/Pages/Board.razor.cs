using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Components.Calls;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace CallIntake.Web.Components.Pages;

/// <summary>
/// The live board. It shows what <see cref="LiveView"/> gives, arranged by <see cref="BoardArrangement"/>; the filter lives in the address
/// line. Keys are in Board.Keys.cs, what is said of new calls in Board.Announcing.cs.
/// </summary>
public sealed partial class Board(
    LiveView live,
    DeskActions desk,
    KeyRing keys,
    ConsoleScript script,
    NavigationManager navigation,
    IDialogService dialogs,
    TimeProvider time,
    IStringLocalizer<SharedText> text) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan GlowTime = TimeSpan.FromSeconds(2.2);

    private readonly CancellationTokenSource _gone = new();
    private BoardArrangement _arrangement = BoardArrangement.Empty;
    private BoardFilter _filter = BoardFilter.All;
    private BoardCounts _counts;
    private ImmutableHashSet<Guid> _glowing = [];
    private ImmutableHashSet<Guid> _critical = [];
    private ImmutableHashSet<Guid> _known = [];
    private ElementReference _list;
    private DotNetObjectReference<Board>? _self;
    private IDisposable? _changes;
    private IDisposable? _keyHold;
    private Guid? _selected;
    private bool _opened;
    private bool _frozen;
    private bool _held;
    private string? _politely;
    private string? _loudly;

    private IStringLocalizer<SharedText> T => text;

    private Call? Selected => _selected is not { } id
        ? null
        : live.Current.Calls.GetValueOrDefault(id) ?? _arrangement.Shown.FirstOrDefault(call => call.Id == id);

    /// <summary>The pointer came over the list, or the keyboard's focus into it; or both have left.</summary>
    [JSInvokable]
    public void HoldAsync(bool held)
    {
        _held = held;
        Arrange(_held || _frozen);
        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _changes?.Dispose();
        _keyHold?.Dispose();
        navigation.LocationChanged -= OnLocationChanged;
        _self?.Dispose();
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _filter = BoardFilterQuery.Parse(navigation.Uri);
        _changes = live.OnChanged(() => InvokeAsync(OnCalls));
        _keyHold = keys.Take(Names, PressAsync);
        navigation.LocationChanged += OnLocationChanged;
        _known = [.. live.Current.Calls.Keys];
        _critical = CriticalNow();
        Arrange(held: false);
        _selected = _arrangement.Shown.FirstOrDefault()?.Id;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await script.WatchHoldAsync(_list, _self);
        }
    }

    private void OnCalls()
    {
        Announce();
        Arrange(_held || _frozen);
        _selected ??= _arrangement.Shown.FirstOrDefault()?.Id;
        StateHasChanged();
    }

    private void Arrange(bool held)
    {
        var calls = live.Current.Calls;
        _arrangement = _arrangement.Next(calls, _filter, held);
        _counts = BoardCounts.Of(calls.Values);
    }

    private void Select(Guid id)
    {
        _selected = id;
        _opened = true;
    }

    private async Task AcknowledgeAsync(Guid id)
    {
        _selected = id;
        await desk.AcknowledgeAsync(id);
    }

    private async Task BackAsync()
    {
        _opened = false;
        await script.LeaveAsync();
    }

    private async Task LetInAsync()
    {
        Arrange(held: false);
        await script.ToTopAsync(".list");
    }

    private void Show(BoardFilter filter) => navigation.NavigateTo(navigation.Uri.Split('?', '#')[0] + BoardFilterQuery.Format(filter), replace: true);

    private void ShowCritical() => Show(BoardFilter.All with { Urgencies = [Urgency.Critical.Code()] });

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (navigation.ToBaseRelativePath(e.Location).Split('?', '#')[0].Length > 0)
        {
            return;
        }

        _filter = BoardFilterQuery.Parse(e.Location);
        Arrange(held: false);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Search(string words) => Show(_filter with { Text = words });

    private void Freeze()
    {
        _frozen = !_frozen;
        Arrange(_held || _frozen);
    }

    private async Task TestCallAsync() => await dialogs.ShowAsync<TestCallDialog>(text["Test_title"]);
}
