using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace CallIntake.Web.Components.Calls;

/// <summary>One call on the board.</summary>
public sealed partial class CallCard : ComponentBase
{
    private (Call? Call, bool Selected, bool Glows) _rendered;

    /// <summary>The call; a new object for every change.</summary>
    [Parameter, EditorRequired]
    public Call Call { get; set; } = default!;

    /// <summary>It is shown in the panel.</summary>
    [Parameter]
    public bool Selected { get; set; }

    /// <summary>It has just become critical: glows.</summary>
    [Parameter]
    public bool Glows { get; set; }

    /// <summary>The card was chosen.</summary>
    [Parameter]
    public EventCallback<Guid> OnSelect { get; set; }

    /// <summary>The call is taken.</summary>
    [Parameter]
    public EventCallback<Guid> OnAcknowledge { get; set; }

    private string Classes => string.Join(' ', new[]
    {
        "card",
        Call.Urgency.Code(),
        BoardArrangement.IsUnacknowledged(Call) ? "new" : null,
        Selected ? "sel" : null,
        Glows ? "glow" : null,
        Call.Status == CallStatus.Closed ? "done" : null,
    }.OfType<string>());

    private string NoWords => Call.Record switch
    {
        { NeedsHumanReasons: var reasons } when reasons.Contains(HumanReasons.DoNotCallBack) => T.HumanReason(HumanReasons.DoNotCallBack),
        { NeedsHumanReasons: var reasons } when reasons.Contains(HumanReasons.Language) => T["Card_notHeard"],
        { NeedsHumanReasons: var reasons } when reasons.FirstOrDefault(IsSilence) is { } reason => T.HumanReason(reason),
        { Summary.Length: > 0 } record => record.Summary,
        _ when Call.Activity == CallActivity.Ended => T["Card_notHeard"],
        _ => T["Card_noWords"],
    };

    /// <inheritdoc />
    protected override bool ShouldRender() =>
        !ReferenceEquals(_rendered.Call, Call) || _rendered.Selected != Selected || _rendered.Glows != Glows;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _rendered = (Call, Selected, Glows);

    private static bool IsSilence(string reason) => reason is HumanReasons.Silent or HumanReasons.Abandoned or HumanReasons.Failure or HumanReasons.Interrupted;

    private Task SelectAsync() => OnSelect.InvokeAsync(Call.Id);
}
