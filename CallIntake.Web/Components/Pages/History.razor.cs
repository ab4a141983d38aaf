using CallIntake.Engine.Data;
using CallIntake.Engine.Triage;
using CallIntake.Web.Components.Archive;
using CallIntake.Web.Hosting;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace CallIntake.Web.Components.Pages;

/// <summary>The history: stored calls, searched, filtered, ordered and paged on the server. What it shows stands in the address line.</summary>
public sealed partial class History(
    CallHistory history,
    ConsoleZone zone,
    KeyRing keys,
    ConsoleScript script,
    NavigationManager navigation,
    IStringLocalizer<SharedText> text,
    IStringLocalizer<HistoryText> words) : ComponentBase, IAsyncDisposable
{
    private static readonly string[] Names = ["f", "1", "2", "3", "4", "/", "esc"];

    private readonly CancellationTokenSource _gone = new();
    private HistoryQuery _query = HistoryQuery.All;
    private Engine.Data.CallPage? _page;
    private CancellationTokenSource? _loading;
    private IDisposable? _keyHold;
    private bool _busy;
    private bool _failed;

    private IStringLocalizer<SharedText> T => text;

    private IStringLocalizer<HistoryText> H => words;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        _keyHold?.Dispose();
        await _gone.CancelAsync();
        _loading?.Dispose();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _query = HistoryQuery.Parse(navigation.Uri);
        _keyHold = keys.Take(Names, PressAsync);
        navigation.LocationChanged += OnLocationChanged;
        await LoadAsync();
    }

    private void Show(HistoryQuery query) => navigation.NavigateTo("/history" + query.Format());

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (navigation.ToBaseRelativePath(e.Location).Split('?', '#')[0] == "history")
        {
            _ = InvokeAsync(() =>
            {
                _query = HistoryQuery.Parse(e.Location);
                return LoadAsync();
            });
        }
    }

    private async Task LoadAsync()
    {
        // The newest wish wins: an answer to an older one is thrown away.
        _loading?.Cancel();
        _loading?.Dispose();
        _loading = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        var mine = _loading.Token;
        _busy = true;
        StateHasChanged();
        try
        {
            var page = await history.PageAsync(
                _query.ToFilter(zone.Zone), _query.Sort, _query.Descending, (_query.Page - 1) * HistoryQuery.PageSize, HistoryQuery.PageSize, mine);
            (_page, _failed, _busy) = (page, false, false);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // Something else was asked for in the meantime.
        }
        catch (CallStorageException)
        {
            (_failed, _busy) = (true, false);
            StateHasChanged();
        }
    }

    private void Search(string words) =>
        navigation.NavigateTo("/history" + (_query with { Filter = _query.Filter with { Text = words }, Page = 1 }).Format(), replace: true);

    private async Task PressAsync(string name)
    {
        switch (name)
        {
            case "f":
                await script.FocusAsync(".archive .urgencies .chip");
                break;
            case "esc":
                navigation.NavigateTo("/");
                break;
            default:
                var code = Urgencies.All[name[0] - '1'].Code;
                Show(_query with { Filter = _query.Filter with { Urgencies = BoardFilter.Toggle(_query.Filter.Urgencies, code) }, Page = 1 });
                break;
        }
    }
}
