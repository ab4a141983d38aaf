using CallIntake.Engine.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>Registers the fetching of models.</summary>
internal static class ModelFilesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ModelInstaller"/>, its catalogue and its HTTP client. Nothing is fetched unless it is asked.</summary>
    public static IServiceCollection AddModelFiles(this IServiceCollection services)
    {
        services.AddOptions<ModelFilesOptions>().BindConfiguration(ModelFilesOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(HttpModelSource.ClientName, (provider, client) =>
        {
            // Holds until the headers are there; the transfer itself has its own deadline.
            client.Timeout = provider.GetRequiredService<IOptions<ModelFilesOptions>>().Value.AnswerWithin;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("CallIntake");
        });
        services.TryAddSingleton<ModelCatalogue>();
        services.TryAddSingleton<FileDownload>();
        services.TryAddSingleton(provider => new ModelInstaller(
            provider.GetRequiredService<ModelCatalogue>(),
            provider.GetRequiredService<FileDownload>(),
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<ModelFilesOptions>>(),
            provider.GetRequiredService<ContentPaths>(),
            provider.GetRequiredService<IConfiguration>()));
        return services;
    }
}
