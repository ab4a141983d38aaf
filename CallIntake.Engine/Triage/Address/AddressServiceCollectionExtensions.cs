using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Counting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Registers the reading of addresses and the counting of people.</summary>
internal static class AddressServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IAddressReader"/> and <see cref="IPeopleCounter"/>; needs <see cref="ContentPaths"/>.</summary>
    public static IServiceCollection AddAddressReading(this IServiceCollection services)
    {
        services.AddOptions<GazetteerOptions>().BindConfiguration(GazetteerOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GazetteerOptions>, GazetteerOptionsValidator>());
        services.TryAddSingleton<IAddressReader>(provider => new AddressReader(AddressFiles.Load(
            provider.GetRequiredService<ContentPaths>(),
            provider.GetRequiredService<IOptions<GazetteerOptions>>().Value)));
        services.TryAddSingleton<IPeopleCounter>(provider => new PeopleCounter(AddressFiles.LoadPeople(provider.GetRequiredService<ContentPaths>())));
        return services;
    }
}
