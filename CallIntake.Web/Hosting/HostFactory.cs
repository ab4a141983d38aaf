using CallIntake.Engine;
using CallIntake.Engine.Agi;
using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace CallIntake.Web.Hosting;

/// <summary>Builds the one host: call engine and console in one process.</summary>
internal static class HostFactory
{
    /// <summary>
    /// The host, not started. Configuration: appsettings.json beside the binary, .env, environment variables, then the given
    /// <c>--Section:Key=value</c> arguments.
    /// </summary>
    /// <param name="configuration">Arguments that set configuration keys.</param>
    /// <param name="customize">Changes for tests; null for none.</param>
    /// <exception cref="ConfigurationException">Something is wrong in the configuration; carries everything that is.</exception>
    public static WebApplication Build(string[] configuration, Action<WebApplicationBuilder>? customize = null)
    {
        var paths = ContentPaths.Find(AppContext.BaseDirectory);
        EnvFile.Load(paths);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = configuration,
            ApplicationName = typeof(HostFactory).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();

        // Results go to standard output; everything that is told on the way goes to standard error.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(45));
        builder.Services.AddCallEngine(paths);
        builder.AddConsole();
        customize?.Invoke(builder);
        builder.ListenForAsteriskAndConsole();
        var app = builder.Build();
        app.MapConsole();
        return app;
    }

    /// <summary>Serves until it is told to stop; a taken port is one line with its key.</summary>
    public static async Task<int> ServeAsync(string[] configuration)
    {
        await using var app = Build(configuration);
        return await app.RunUnlessPortsAreTakenAsync(Console.Error);
    }
}
