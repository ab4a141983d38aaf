using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace CallIntake.Web.Hosting;

/// <summary>Walks a section of the configuration along an option class: values that do not fit their type, and keys the class does not have.</summary>
internal sealed class OptionsShape(IConfiguration configuration)
{
    private readonly List<(string Key, string Message)> _misfits = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Values that cannot be read as what the option wants.</summary>
    public IReadOnlyList<(string Key, string Message)> Misfits => _misfits;

    /// <summary>Every key that some option class has, sections included.</summary>
    public IReadOnlySet<string> Known => _known;

    /// <summary>Looks at one option class.</summary>
    public void Visit(Type type, string section)
    {
        for (var parent = section; parent.Length > 0; parent = ConfigurationPath.GetParentPath(parent) ?? string.Empty)
        {
            _known.Add(parent);
        }

        VisitObject(type, configuration.GetSection(section));
    }

    private void VisitObject(Type type, IConfigurationSection section)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
            if (property.GetIndexParameters().Length == 0 && (property.CanWrite || !IsScalar(property.PropertyType)))
            {
                VisitValue(property.PropertyType, section.GetSection(name));
            }
        }
    }

    private void VisitValue(Type type, IConfigurationSection section)
    {
        _known.Add(section.Path);
        if (IsScalar(type))
        {
            CheckScalar(Nullable.GetUnderlyingType(type) ?? type, section);
        }
        else if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            var element = ElementOf(type);
            foreach (var child in section.GetChildren())
            {
                VisitValue(element, child);
            }
        }
        else
        {
            VisitObject(type, section);
        }
    }

    private void CheckScalar(Type type, IConfigurationSection section)
    {
        if (section.Value is not { Length: > 0 } value || type == typeof(string))
        {
            return;
        }

        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Converters throw whatever they like; each means that the text is no such value.
            _misfits.Add((section.Path, $"'{value}' is not {Describe(type)}."));
        }
    }

    private static bool IsScalar(Type type) =>
        type == typeof(string) || TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).CanConvertFrom(typeof(string));

    private static Type ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType()!;
        }

        var arguments = type.GetGenericArguments();
        return arguments.Length > 0 ? arguments[^1] : typeof(string);
    }

    private static string Describe(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type)),
        TypeCode.Boolean => "true or false",
        TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 => "a whole number",
        TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "a number (with a point)",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:05",
        _ => $"a value of the kind {type.Name}",
    };
}
