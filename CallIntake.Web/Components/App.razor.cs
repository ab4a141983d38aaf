using CallIntake.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace CallIntake.Web.Components;

/// <summary>
/// The document. The whole console is one interactive circuit without prerendering; pages that opt out (signing in) are rendered on the
/// server alone. The look is read from its cookie here, so that the first paint has it already.
/// </summary>
public sealed partial class App : ComponentBase
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private string Theme => ConsoleTheme.Known(Http.Request.Cookies[ConsoleTheme.Cookie]);

    private IComponentRenderMode? PageRenderMode => Http.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;
}
