using System.Globalization;
using Bunit;
using CallIntake.Engine.Diagnostics;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Layout;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallIntake.Tests.Web.Components;

public sealed class StatusStripTests : ConsoleContext
{
    [Theory]
    [InlineData("ru", "Языковая модель: не отвечает 2 мин", "Оценка вызовов: работает не полностью, 2 мин")]
    [InlineData("kk", "Тіл моделі: 2 мин жауап жоқ", "Қоңырауды бағалау: толық істемейді, 2 мин")]
    [InlineData("en", "Language model: no answer for 2 min", "Judgement: limited for 2 min")]
    public void A_silent_language_model_and_triage_without_its_model_are_shown_with_their_time(string language, string model, string triage)
    {
        Part("language_model", HealthCheckResult.Degraded("compatible/small has not answered"));
        Part("triage", HealthCheckResult.Degraded("rules alone"));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var strip = Show<StatusStrip>();
        strip.WaitForAssertion(() => Assert.Equal(2, strip.FindAll(".warn").Count));
        Time.Advance(TimeSpan.FromMinutes(2));

        strip.WaitForAssertion(() => Assert.Equal([model, triage], strip.FindAll(".warn").Select(part => part.TextContent.Trim())));
        Assert.Equal("compatible/small has not answered", strip.Find(".warn").GetAttribute("title"));
    }

    [Fact]
    public void A_language_model_that_is_not_configured_is_not_shown()
    {
        Part("language_model", HealthCheckResult.Healthy("None is configured.", new Dictionary<string, object> { [PartData.NotConfigured] = true }));
        Part("triage", HealthCheckResult.Healthy("Judges."));

        var strip = Show<StatusStrip>();

        strip.WaitForAssertion(() => Assert.Contains("Оценка вызовов", strip.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Языковая модель", strip.Markup, StringComparison.Ordinal);
    }

    private void Part(string name, HealthCheckResult result) => Services.AddHealthChecks().AddCheck(name, () => result);
}
