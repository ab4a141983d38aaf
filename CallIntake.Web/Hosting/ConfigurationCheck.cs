using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace CallIntake.Web.Hosting;

/// <summary>Reads every option once and tells all that is wrong at the same time, each with its key and where the value stands.</summary>
internal sealed partial class ConfigurationCheck(
    OptionsCatalog catalog, IConfiguration configuration, IServiceProvider services, ILogger<ConfigurationCheck> logger)
{
    private static readonly string[] OwnSections = ["Asterisk", "Intake", "Speech", "Triage", "Database", "Recordings", ConsoleOptions.SectionName];

    /// <summary>Keys of the delivered appsettings.json whose part has no options of its own in this version.</summary>
    private static readonly string[] Reserved = ["Asterisk:AudioSocket:Endpoint", "Triage:LanguageModel:Backend"];

    /// <summary>Everything that keeps the host from starting.</summary>
    public IReadOnlyList<ConfigurationProblem> FindProblems()
    {
        var shape = Shape();
        var problems = shape.Misfits.Select(misfit => new ConfigurationProblem(misfit.Key, SourceOf(misfit.Key), misfit.Message)).ToList();
        foreach (var (type, section) in catalog.Find())
        {
            if (!shape.Misfits.Any(misfit => IsWithin(misfit.Key, section)))
            {
                problems.AddRange(Validate(type, section));
            }
        }

        return [.. problems.DistinctBy(problem => (problem.Key, problem.Message))];
    }

    /// <summary>Keys in our own sections that nothing reads, with the nearest that exists.</summary>
    public IReadOnlyList<ConfigurationProblem> FindUnknownKeys()
    {
        var known = Shape().Known;
        return
        [
            .. OwnSections
                .SelectMany(section => Leaves(configuration.GetSection(section)))
                .Where(key => !Reserved.Contains(key, StringComparer.OrdinalIgnoreCase) && !known.Contains(key))
                .Select(key => new ConfigurationProblem(key, SourceOf(key), Unknown(key, known))),
        ];
    }

    /// <summary>
    /// Throws where anything is wrong, before the host is built: the ports are opened from these values, and the first wrong one would hide
    /// the others.
    /// </summary>
    /// <exception cref="ConfigurationException">Carries all problems.</exception>
    public static void ThrowIfWrong(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ConfigurationCheck>().ThrowIfWrong();
    }

    /// <summary>Throws where anything is wrong.</summary>
    /// <exception cref="ConfigurationException">Carries all problems.</exception>
    public void ThrowIfWrong()
    {
        if (FindProblems() is { Count: > 0 } problems)
        {
            throw new ConfigurationException(problems);
        }
    }

    /// <summary>Logs the keys that nothing reads.</summary>
    public void WarnOfUnknownKeys()
    {
        foreach (var problem in FindUnknownKeys())
        {
            Log.UnknownKey(logger, problem.Key, problem.Source, problem.Message);
        }
    }

    /// <summary>Turns one failed validation into problems with keys.</summary>
    public IEnumerable<ConfigurationProblem> Explain(OptionsValidationException exception)
    {
        var section = catalog.Find().FirstOrDefault(entry => entry.Type == exception.OptionsType).Section ?? exception.OptionsType.Name;
        return exception.Failures.Select(failure => Explain(section, failure));
    }

    private ConfigurationProblem Explain(string section, string failure)
    {
        // "DataAnnotation validation failed for 'ConsoleOptions' members: 'Url' with the error: 'The Url field is required.'."
        var match = AnnotationFailure().Match(failure);
        var member = match.Success ? match.Groups["member"].Value.Split(',')[0].Trim().Replace('.', ':') : string.Empty;
        var key = member.Length > 0 ? ConfigurationPath.Combine(section, member) : section;
        return new ConfigurationProblem(key, SourceOf(key), match.Success ? match.Groups["error"].Value : failure);
    }

    private IEnumerable<ConfigurationProblem> Validate(Type type, string section)
    {
        try
        {
            _ = ((IOptionsMonitor<object>)services.GetRequiredService(typeof(IOptionsMonitor<>).MakeGenericType(type))).CurrentValue;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures.Select(failure => Explain(section, failure));
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own words name key and type.
            return [new ConfigurationProblem(section, SourceOf(section), exception.Message)];
        }
    }

    private OptionsShape Shape()
    {
        var shape = new OptionsShape(configuration);
        foreach (var (type, section) in catalog.Find())
        {
            shape.Visit(type, section);
        }

        return shape;
    }

    private string SourceOf(string key)
    {
        var provider = (configuration as IConfigurationRoot)?.Providers.LastOrDefault(provider =>
            provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any());
        return provider switch
        {
            null => "default",
            JsonConfigurationProvider json => json.Source.Path ?? "a JSON file",
            Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider =>
                $"environment variable {key.Replace(":", "__", StringComparison.Ordinal)} or {EnvFile.Name}",
            Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationProvider => "command line",
            _ => provider.ToString() ?? provider.GetType().Name,
        };
    }

    private static IEnumerable<string> Leaves(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        return children.Count == 0 && section.Value is not null ? [section.Path] : children.SelectMany(Leaves);
    }

    private static string Unknown(string key, IReadOnlySet<string> known)
    {
        var nearest = known.Select(candidate => (Key: candidate, Distance: EditDistance.Between(candidate, key))).OrderBy(c => c.Distance).FirstOrDefault();
        return nearest.Key is not null && nearest.Distance <= Math.Max(3, key.Length / 4)
            ? $"nothing reads this key; did you mean {nearest.Key}?"
            : "nothing reads this key.";
    }

    private static bool IsWithin(string key, string section) =>
        key.StartsWith(section + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^DataAnnotation validation failed for '.+?' members: '(?<member>.*?)' with the error: '(?<error>.*)'\\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnnotationFailure();
}
