using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallIntake.Tests.Triage;

public sealed class ModelFileTests : IDisposable
{
    private static readonly string Real = TriageFixture.Paths.Resolve(new TriageOptions().Model);
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void The_models_version_stands_in_the_record() =>
        Assert.StartsWith("triage-1:", TriageFixture.Assess("соседи шумят").Sources.Classifier, StringComparison.Ordinal);

    [Fact]
    public void The_repositorys_model_was_trained_with_the_repositorys_rules() =>
        Assert.Equal(RuleBookReader.Read(TriageFixture.Paths.Resolve(new TriageOptions().Rules)).Version, ModelFile.Read(Real).Card.Rules);

    [Fact]
    public void A_written_model_reads_back_the_same()
    {
        var model = ModelFile.Read(Real);
        ModelFile.Write(_file, model);
        Assert.Equal(File.ReadAllBytes(Real), File.ReadAllBytes(_file));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("text")]
    [InlineData("cut")]
    [InlineData("one byte wrong")]
    public void Without_a_usable_model_the_rules_judge_alone_and_the_log_says_so(string damage)
    {
        var bytes = File.ReadAllBytes(Real);
        switch (damage)
        {
            case "empty": File.WriteAllBytes(_file, []); break;
            case "text": File.WriteAllText(_file, "version https://git-lfs.github.com/spec/v1"); break;
            case "cut": File.WriteAllBytes(_file, bytes[..(bytes.Length / 2)]); break;
            case "one byte wrong": bytes[^100] ^= 1; File.WriteAllBytes(_file, bytes); break;
        }

        var log = new ListLogger();
        using var provider = TriageFixture.Provider(new() { ["Triage:Model"] = _file }, services => services.AddSingleton<ILogger<EmbeddedTriage>>(log));
        var record = provider.GetRequiredService<ITriage>().Assess(TriageInput.FromText("Он её бьёт ногами, она не дышит"));
        Assert.Equal(Urgency.Critical, record.Urgency);
        Assert.Null(record.Sources.Classifier);
        Assert.Contains(log.Lines, line => line.Contains(_file, StringComparison.Ordinal) && line.Contains("rules judge alone", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        File.Delete(_file);
        File.Delete(Path.ChangeExtension(_file, ".json"));
    }

    private sealed class ListLogger : ILogger<EmbeddedTriage>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
