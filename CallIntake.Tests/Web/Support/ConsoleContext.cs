using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Diagnostics;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage;
using CallIntake.Web.Hosting;
using CallIntake.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace CallIntake.Tests.Web.Support;

/// <summary>The console's components with everything they need, in Russian, signed in as <see cref="SomeCall.Operator"/>.</summary>
public abstract class ConsoleContext : BunitContext
{
    private protected ConsoleContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru");
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(ConsoleScript.Path).Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./js/player.js").Mode = JSRuntimeMode.Loose;
        AddAuthorization().SetAuthorized(SomeCall.Operator);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddMetrics();
        Services.AddOptions<ConsoleOptions>();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton(Feed);
        Services.AddSingleton<EngineMetrics>();
        Services.AddSingleton(ContentPaths.Find(AppContext.BaseDirectory));
        Calls = new InMemoryCalls(Feed);
        Services.AddSingleton<ICallRecorder>(Calls);
        Services.AddSingleton<CallDesk>();
        Services.AddSingleton<ITestCalls>(TestCalls);
        Services.AddLive();
        Services.AddSingleton<ICallArchive>(Calls);
    }

    private protected FakeTimeProvider Time { get; } = new(SomeCall.Now);

    private protected CallFeed Feed { get; } = new();

    private protected InMemoryCalls Calls { get; }

    private protected FakeTestCalls TestCalls { get; } = new();

    /// <summary>Renders a component beside the providers that dialogs, menus and messages need.</summary>
    private protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        if (Dialogs is null)
        {
            Render<MudPopoverProvider>();
            Dialogs = Render<MudDialogProvider>();
            Snackbars = Render<MudSnackbarProvider>();
        }

        return Render(parameters ?? (_ => { }));
    }

    /// <summary>Where dialogs appear.</summary>
    private protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    /// <summary>Where short messages appear.</summary>
    private protected IRenderedComponent<MudSnackbarProvider> Snackbars { get; private set; } = null!;

    private protected KeyRing Keys => Services.GetRequiredService<KeyRing>();

    /// <summary>Whether a word of a closed list is an urgency's.</summary>
    private protected static string Word(Urgency urgency) => Urgencies.Of(urgency).Word("ru").ToUpper(CultureInfo.GetCultureInfo("ru"));
}
