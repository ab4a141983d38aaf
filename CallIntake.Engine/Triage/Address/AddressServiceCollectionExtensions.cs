using CallIntake.Engine.Triage.Counting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Registers the reading of addresses and the counting of people.</summary>
internal static class AddressServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IAddressReader"/> and <see cref="IPeopleCounter"/>.</summary>
    public static IServiceCollection AddAddressReading(this IServiceCollection services)
    {
        services.TryAddSingleton<IAddressReader, AddressReader>();
        services.TryAddSingleton<IPeopleCounter, PeopleCounter>();
        return services;
    }
}
