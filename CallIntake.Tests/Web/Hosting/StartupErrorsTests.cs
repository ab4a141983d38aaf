using CallIntake.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Web.Hosting;

public sealed class StartupErrorsTests
{
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Wrong_configuration_ends_with_code_1_and_a_line_for_each_problem()
    {
        var code = await StartupErrors.RunAsync(
            () => throw new ConfigurationException([new("Intake:MaximumQuestions", "appsettings.json", "'x' is not a whole number."), new("Console:Url", "default", "no address.")]),
            _error);

        Assert.Equal(1, code);
        Assert.Contains("Intake:MaximumQuestions (appsettings.json): 'x' is not a whole number.", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Console:Url (default): no address.", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_failed_validations_are_told_together()
    {
        var both = new AggregateException(
            new OptionsValidationException("a", typeof(ConsoleOptions), ["first"]),
            new OptionsValidationException("b", typeof(ConsoleOptions), ["second"]));

        Assert.Equal(1, await StartupErrors.RunAsync(() => throw both, _error));
        Assert.Contains("first", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("second", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_words()
    {
        var inUse = new IOException("Failed to bind to address http://127.0.0.1:5102: address already in use.", new AddressInUseException("in use"));

        Assert.Equal(1, await StartupErrors.RunAsync(() => throw inUse, _error));
        Assert.Contains("5102", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartupErrors.RunAsync(() => throw new InvalidOperationException("bug"), _error));

    [Fact]
    public async Task A_start_that_works_keeps_its_exit_code() => Assert.Equal(7, await StartupErrors.RunAsync(() => Task.FromResult(7), _error));
}
