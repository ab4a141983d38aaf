using System.Reflection;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Hosting;

/// <summary>
/// Which option classes the host has, found by their registered validators and their <c>SectionName</c>. Holds the list of services, so
/// it also sees those that are registered after it.
/// </summary>
internal sealed class OptionsCatalog(IServiceCollection services)
{
    /// <summary>The option classes with their sections, in the order of the sections.</summary>
    public IReadOnlyList<(Type Type, string Section)> Find() =>
    [
        .. services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(type => type.GetGenericArguments()[0])
            .Distinct()
            .Select(type => (Type: type, Section: SectionOf(type)))
            .Where(entry => entry.Section is not null)
            .Select(entry => (entry.Type, entry.Section!))
            .OrderBy(entry => entry.Item2, StringComparer.Ordinal),
    ];

    private static string? SectionOf(Type type) =>
        type.GetField("SectionName", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static) is { IsLiteral: true } field
            ? field.GetRawConstantValue() as string
            : null;
}
