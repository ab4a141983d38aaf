using CallIntake.Engine.Conversation;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Engine.Calls;

/// <content>The address is read back and confirmed by voice or key.</content>
internal sealed partial class CallSession
{
    private bool _canReadBack = true;
    private string? _offeredAddress;
    private char? _confirmationKey;

    private async Task<CallEnding?> ConfirmAddressAsync()
    {
        var record = _call.Record!;
        await ShowAsync(CallActivity.Asking);
        var (spoken, result) = await ReadBackAsync(SpokenAddress.Text(record.AddressParts, _language));
        if (!spoken)
        {
            // No voice for it here: the call goes on without a confirmation, and the record says that there was none.
            _canReadBack = false;
            return Next(record) is { Action: DialogueAction.HandOver } step ? HandOver(step) : new CallEnding(CallEndingKind.Close, Next(record).PromptKey);
        }

        _offeredAddress = record.Address;
        _dialogue = _dialogue.AfterAsking(Prompts.ConfirmBefore);
        _confirmationKey = result.Key;
        return _line.HungUp ? new CallEnding(CallEndingKind.HungUp) : null;
    }

    /// <summary>Takes a yes or a no, by key or voice; false where the answer is neither.</summary>
    private bool TakeConfirmation(char? key, string? text)
    {
        var answer = (key ?? _confirmationKey) switch
        {
            '1' => ConfirmationAnswer.Yes,
            '2' => ConfirmationAnswer.No,
            _ => ConfirmationReader.Read(text ?? string.Empty),
        };
        _confirmationKey = null;
        _confirmedAddress = answer == ConfirmationAnswer.Yes ? _offeredAddress : null;
        _dialogue = _dialogue with { AddressRejected = answer == ConfirmationAnswer.No };
        return answer != ConfirmationAnswer.Unclear;
    }
}
