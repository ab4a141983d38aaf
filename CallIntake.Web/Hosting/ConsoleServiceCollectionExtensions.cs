using System.Text.Encodings.Web;
using System.Text.Unicode;
using CallIntake.Engine.Health;
using CallIntake.Engine.Triage;
using CallIntake.Web.Components;
using CallIntake.Web.Endpoints;
using CallIntake.Web.Hubs;
using CallIntake.Web.Identity;
using CallIntake.Web.Live;
using Microsoft.Extensions.WebEncoders;
using MudBlazor.Services;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CallIntake.Web.Hosting;

/// <summary>Everything of the host that speaks HTTP: console, sign-in, REST, hub, health, figures.</summary>
internal static class ConsoleServiceCollectionExtensions
{
    private const string MetricsPath = "/metrics";

    /// <summary>Registers it, after the engine; tells of everything that is wrong in the configuration of both.</summary>
    /// <exception cref="ConfigurationException">Something is wrong.</exception>
    public static WebApplicationBuilder AddConsole(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // The keys lie in a folder that only the host reads; that they are not encrypted there needs no warning at each start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddOptions<ConsoleOptions>().BindConfiguration(ConsoleOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new OptionsCatalog(services));
        services.AddSingleton<ConfigurationCheck>();
        services.AddErrors().AddLanguages().AddSignIn().AddPartChecks().AddApi().AddHub().AddFigures();
        services.AddLive();
        services.AddMudServices();
        // Cyrillic and Kazakh letters stand in pages as they are.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents();
        ConfigurationCheck.ThrowIfWrong(services);
        return builder;
    }

    /// <summary>Maps it; without a word of its own a route needs a sign-in.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        app.Services.GetRequiredService<ConfigurationCheck>().WarnOfUnknownKeys();
        // First of all: a page about an error is in the reader's language, too.
        app.UseRequestLocalization();
        app.UseErrors();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint(MetricsPath).RequireAuthorization(Policies.Metrics);
        app.MapPreferences();
        app.MapAccount();
        app.MapApi();
        app.MapTranscription();
        app.MapHub<CallsHub>(CallsHub.Path);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    private static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions = new(TriageJson.Compact));
        services.AddSingleton<CallWatchers>();
        services.AddHostedService<CallBroadcaster>();
        return services;
    }

    private static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("callintake")).WithMetrics(metrics => metrics
            .AddMeter("CallIntake*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
        return services;
    }

    private static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'";
        return next(context);
    });
}
