using CallIntake.Engine.Calls;
using CallIntake.Web.Live;
using CallIntake.Web.Resources;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CallIntake.Web.Components.Calls;

/// <summary>
/// The dispatcher's actions as the console does them: in the name of who is signed in, and with a sentence on the screen where one was
/// refused. Each gives the call's new state, or null where nothing was changed.
/// </summary>
public sealed class DeskActions(
    CallDesk desk,
    PlaybackJournal playbacks,
    AuthenticationStateProvider authentication,
    ISnackbar snackbar,
    IStringLocalizer<SharedText> text,
    ILogger<DeskActions> logger)
{
    /// <summary>Takes the call.</summary>
    public Task<Call?> AcknowledgeAsync(Guid id) => DoAsync(user => desk.AcknowledgeAsync(id, user));

    /// <summary>Somebody was sent, or the call was passed on.</summary>
    public Task<Call?> ChangeStatusAsync(Guid id, CallStatus status) => DoAsync(user => desk.ChangeStatusAsync(id, status, user));

    /// <summary>Closes the call.</summary>
    public Task<Call?> CloseAsync(Guid id, Disposition disposition, string? note) => DoAsync(user => desk.CloseAsync(id, disposition, user, note));

    /// <summary>Writes a note.</summary>
    public Task<Call?> NoteAsync(Guid id, string note) => DoAsync(user => desk.NoteAsync(id, note, user));

    /// <summary>Puts the operator's value over the machine's.</summary>
    public Task<Call?> CorrectAsync(Guid id, string field, string? value, string? reason) =>
        DoAsync(user => desk.CorrectAsync(id, field, value, user, reason));

    /// <summary>The recording is being played: its event is written once this returns.</summary>
    public Task ListenedAsync(Guid id) => DoAsync(async user =>
    {
        await playbacks.NoteAsync(id, user);
        return user;
    });

    private async Task<T?> DoAsync<T>(Func<string, Task<T>> action)
        where T : class
    {
        try
        {
            var state = await authentication.GetAuthenticationStateAsync();
            return state.User.Identity?.Name is { Length: > 0 } user
                ? await action(user)
                : throw new CallDeskException("CallDesk_NotSignedIn", "Nobody is signed in.");
        }
        catch (CallDeskException exception)
        {
            snackbar.Add(text[exception.MessageKey], Severity.Warning);
        }
#pragma warning disable CA1031 // The dispatcher must keep the board whatever went wrong, and be told that nothing was changed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.ActionFailed(exception);
            snackbar.Add(text["CallDesk_Failed"], Severity.Error);
        }

        return null;
    }
}
