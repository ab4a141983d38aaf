using System.Globalization;
using CallIntake.Tests.Browser;

namespace CallIntake.Tests.Asterisk;

/// <summary>
/// How long after its record exists a call by telephone is seen on a dispatcher's open board: the card itself after the row, the urgency
/// after the judgement. Not part of a normal run. The clock of the page and of the host are the same one.
/// </summary>
[Collection(AsteriskTests.Name)]
[Trait("Category", "Asterisk")]
public sealed class CardOnTheBoardBenchmark(AsteriskFixture fixture, ITestOutputHelper output)
{
    private const int Calls = 20;

    /// <summary>Keeps the time at which each card, and each card as a critical one, first stood in the page.</summary>
    private const string Watch = """
        () => {
          const seen = window.seen = {};
          const look = () => document.querySelectorAll('.card').forEach(card => {
            seen[card.id] ??= Date.now();
            if (card.textContent.includes('КРИТИЧНО')) { seen[card.id + ' critical'] ??= Date.now(); }
          });
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    [Fact(Explicit = true)]
    public async Task A_call_by_telephone_is_seen_on_the_board()
    {
        await fixture.UseHostAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignInAsync(fixture.Host.Url, EngineProcess.Password);
        await page.EvaluateAsync(Watch);
        List<double> cards = [];
        List<double> judged = [];
        for (var number = 0; number < Calls; number++)
        {
            var caller = fixture.NewCaller();
            await fixture.TalkToOperatorAsync(caller, [.. Telephone.SkipsGreeting, .. Telephone.Says("05-hit-turn-1", afterSeconds: 3)]);
            using var call = await fixture.EndedCallAsync(caller);
            var seen = await page.EvaluateAsync<Dictionary<string, double>>("() => window.seen");
            cards.Add(seen[$"card-{call.Id()}"] - Milliseconds(call.Text("started_at")!));
            judged.Add(seen[$"card-{call.Id()} critical"] - Milliseconds(await fixture.Console.TimeOfAsync(call, "triaged")));
        }

        output.WriteLine(Line("card after the row was begun", cards));
        output.WriteLine(Line("critical after the judgement", judged));
        Assert.Equal(Calls, judged.Count);
    }

    private static double Milliseconds(string time) =>
        (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    private static string Line(string what, List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{what}: n {times.Count}, p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms, most {times[^1]:0} ms");
    }
}
