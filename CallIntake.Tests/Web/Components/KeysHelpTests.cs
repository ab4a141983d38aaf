using Bunit;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Layout;
using CallIntake.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CallIntake.Tests.Web.Components;

public sealed class KeysHelpTests : ConsoleContext
{
    [Fact]
    public async Task Every_key_of_the_board_and_of_a_call_is_explained_and_keys_can_be_switched_off()
    {
        var module = JSInterop.SetupModule(ConsoleScript.Path);
        module.Setup<bool>("keysOn").SetResult(true);
        var off = module.SetupVoid("setKeysOn", false).SetVoidResult();
        Show<ConnectionDot>();

        await Dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<KeysHelp>("Клавиши"));

        Assert.Equal(
            ["?", "↑", "↓", "Enter", "A", "F", "1", "2", "3", "4", "/", "S", "Space", "J", "L", "←", "→", "Esc"],
            Dialogs.FindAll(".keys kbd").Select(key => key.TextContent));
        Dialogs.Find("input[type=checkbox]").Change(false);
        Assert.Single(off.Invocations);
    }
}
