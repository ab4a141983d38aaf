using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Components.Calls;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;

namespace CallIntake.Web.Components.Pages;

/// <content>What is said of new and worse calls, and their glow.</content>
public sealed partial class Board
{
    private ImmutableHashSet<Guid> CriticalNow() =>
        [.. live.Current.Calls.Values.Where(call => BoardArrangement.IsOpenCritical(call) && BoardArrangement.IsUnacknowledged(call)).Select(call => call.Id)];

    /// <summary>Speaks of new calls to those who do not see them, and lets new critical ones glow.</summary>
    private void Announce()
    {
        var calls = live.Current.Calls;
        var critical = CriticalNow();
        var risen = critical.Except(_critical);
        var arrived = calls.Keys.ToImmutableHashSet().Except(_known).Except(risen);
        (_critical, _known) = (critical, [.. calls.Keys]);
        if (risen.Select(calls.GetValueOrDefault).OfType<Call>().MaxBy(call => call.StartedAt) is { } worst)
        {
            _loudly = T["Board_announceCritical", CategoryOf(worst), AddressOf(worst)];
            _ = GlowAsync(risen);
        }

        if (arrived.Select(calls.GetValueOrDefault).OfType<Call>().MaxBy(call => call.StartedAt) is { } newest)
        {
            _politely = T["Board_announceNew", Words.Urgency(newest.Urgency), CategoryOf(newest)];
        }
    }

    private string CategoryOf(Call call) => call.Effective is { } record ? T.Category(record.Category) : T["Card_unknown"];

    private string AddressOf(Call call) => call.Effective?.Address ?? T["Card_noAddress"];

    private async Task GlowAsync(ImmutableHashSet<Guid> risen)
    {
        _glowing = _glowing.Union(risen);
        try
        {
            await Task.Delay(GlowTime, time, _gone.Token);
            _glowing = _glowing.Except(risen);
            await InvokeAsync(StateHasChanged);
        }
        catch (OperationCanceledException)
        {
            // The board was left while the card glowed.
        }
    }
}
