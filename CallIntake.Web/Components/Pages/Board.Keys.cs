using CallIntake.Engine.Triage;
using CallIntake.Web.Live;

namespace CallIntake.Web.Components.Pages;

/// <content>Keys of the board.</content>
public sealed partial class Board
{
    private static readonly string[] Names = ["up", "down", "enter", "a", "f", "1", "2", "3", "4", "/", "s", "esc"];

    private async Task PressAsync(string name)
    {
        switch (name)
        {
            case "up" or "down":
                await MoveAsync(name == "up" ? -1 : 1);
                break;
            case "enter" when _selected is { } id:
                navigation.NavigateTo($"calls/{id}");
                break;
            case "a" when Selected is { } call && BoardArrangement.IsUnacknowledged(call):
                await desk.AcknowledgeAsync(call.Id);
                break;
            case "f":
                await script.FocusAsync(".urgencies .chip");
                break;
            case "1" or "2" or "3" or "4":
                var code = Urgencies.All[name[0] - '1'].Code;
                Show(_filter with { Urgencies = BoardFilter.Toggle(_filter.Urgencies, code) });
                break;
            case "s":
                Freeze();
                break;
            case "esc":
                await BackAsync();
                break;
            default:
                break;
        }

        await InvokeAsync(StateHasChanged);
    }

    private async Task MoveAsync(int step)
    {
        var shown = _arrangement.Shown;
        if (shown.IsEmpty)
        {
            return;
        }

        var place = shown.ToList().FindIndex(call => call.Id == _selected);
        var next = place < 0 ? 0 : Math.Clamp(place + step, 0, shown.Length - 1);
        _selected = shown[next].Id;
        await script.FocusCardAsync(shown[next].Id);
    }
}
