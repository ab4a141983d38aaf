using System.Reflection;
using CallIntake.Engine.Calls;
using CallIntake.Engine.Hosting;
using CallIntake.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace CallIntake.Tests.Web.Hosting;

/// <summary>What stands in <c>.env.example</c>, against the option classes.</summary>
public sealed class EnvExampleTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(ContentPaths.Find(AppContext.BaseDirectory).Root, ".env.example"));

    private static readonly (Type Type, string Section)[] Classes =
    [
        .. typeof(RecordingsOptions).Assembly.GetTypes().Concat(typeof(ConsoleOptions).Assembly.GetTypes())
            .Select(type => (Type: type, Section: type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(entry => entry.Section is not null)
            .Select(entry => (entry.Type, entry.Section!)),
    ];

    [Fact]
    public void Every_key_of_every_option_class_is_there()
    {
        var missing = Classes
            .SelectMany(entry => entry.Type.GetProperties().Where(IsKey).Select(property => $"{entry.Section}:{property.Name}".Replace(":", "__", StringComparison.Ordinal)))
            .Where(key => !Lines.Any(line => line.StartsWith($"#{key}=", StringComparison.Ordinal) || line.StartsWith($"#{key}__", StringComparison.Ordinal)));

        Assert.NotEmpty(Classes);
        Assert.Empty(missing);
    }

    [Fact]
    public void No_key_is_there_that_does_not_exist()
    {
        var shape = new OptionsShape(new ConfigurationBuilder().AddInMemoryCollection(Keys().Select(key => KeyValuePair.Create(key, (string?)"1"))).Build());
        foreach (var (type, section) in Classes)
        {
            shape.Visit(type, section);
        }

        Assert.Empty(Keys().Where(key => !shape.Known.Contains(key)).Except(["Asterisk:AudioSocket:Endpoint"]));
    }

    private static bool IsKey(PropertyInfo property) =>
        property.CanWrite && property.GetIndexParameters().Length == 0;

    private static IEnumerable<string> Keys() => Lines
        .Where(line => line.StartsWith('#') && line.Contains("__", StringComparison.Ordinal) && (!line.Contains(' ', StringComparison.Ordinal) || line.Contains("=\"", StringComparison.Ordinal)))
        .Select(line => line[1..line.IndexOf('=', StringComparison.Ordinal)].Replace("__", ":", StringComparison.Ordinal));
}
