using System.ComponentModel.DataAnnotations;
using CallIntake.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallIntake.Tests.Web.Hosting;

public sealed class ConfigurationCheckTests
{
    [Fact]
    public void All_errors_come_at_once_each_with_key_and_source()
    {
        var check = Check(new()
        {
            ["Intake:Questions"] = "many",
            ["Intake:Language"] = "de",
            ["Console:Url"] = "localhost",
            ["Console:TimeZone"] = "Asia/Nowhere",
            ["Console:Administrator:Password"] = "short",
        });

        var problems = check.FindProblems();

        Assert.Equal(
            ["Console:Administrator:Password", "Console:TimeZone", "Console:Url", "Intake:Questions"],
            problems.Select(problem => problem.Key).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.Contains("Memory", problem.Source, StringComparison.Ordinal));
        Assert.Contains("'many' is not a whole number", problems.Single(problem => problem.Key == "Intake:Questions").Message, StringComparison.Ordinal);
        var thrown = Assert.Throws<ConfigurationException>(check.ThrowIfWrong);
        Assert.Equal(problems, thrown.Problems);
    }

    [Fact]
    public void A_value_out_of_bounds_names_its_key()
    {
        var problem = Assert.Single(Check(new() { ["Intake:Language"] = "de" }).FindProblems());

        Assert.Equal("Intake:Language", problem.Key);
    }

    [Fact]
    public void The_defaults_are_right() => Assert.Empty(Check([]).FindProblems());

    [Fact]
    public void A_misspelt_key_is_named_with_the_nearest_that_exists()
    {
        var unknown = Check(new()
        {
            ["Console:TimeZnoe"] = "Asia/Almaty",
            ["Intake:Chains:ru:0"] = "whisper",
            ["Elsewhere:Key"] = "not ours",
        }).FindUnknownKeys();

        var problem = Assert.Single(unknown);
        Assert.Equal("Console:TimeZnoe", problem.Key);
        Assert.Contains("did you mean Console:TimeZone?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5102")]
    [InlineData("https://*:443")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:5102;http://10.0.0.5:5102")]
    public void Addresses_are_taken(string url) => Assert.Empty(Check(new() { ["Console:Url"] = url }).FindProblems());

    [Theory]
    [InlineData("localhost:5102")]
    [InlineData("ftp://localhost:21")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5102/console")]
    [InlineData("nonsense")]
    public void What_is_no_address_is_refused(string url) =>
        Assert.Equal("Console:Url", Assert.Single(Check(new() { ["Console:Url"] = url }).FindProblems()).Key);

    private static ConfigurationCheck Check(Dictionary<string, string?> values)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddSingleton(configuration);
        services.AddOptions<ConsoleOptions>().BindConfiguration(ConsoleOptions.SectionName).ValidateDataAnnotations();
        services.AddOptions<TalkOptions>().BindConfiguration(TalkOptions.SectionName).ValidateDataAnnotations();
        return new ConfigurationCheck(new OptionsCatalog(services), configuration, services.BuildServiceProvider(), NullLogger<ConfigurationCheck>.Instance);
    }

    private sealed class TalkOptions
    {
        public const string SectionName = "Intake";

        public int Questions { get; set; } = 4;

        [AllowedValues("ru", "kk")]
        public string Language { get; set; } = "ru";

        public Dictionary<string, string[]> Chains { get; set; } = [];
    }
}
