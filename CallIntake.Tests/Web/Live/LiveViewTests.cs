using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Web.Live;

public sealed class LiveViewTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly CallFeed _feed = new();
    private readonly FakeTimeProvider _time = new(SomeCall.Now);

    [Fact]
    public async Task A_flood_of_changes_becomes_one_render_until_the_interval_has_passed()
    {
        await using var view = View();
        using var rendered = new SemaphoreSlim(0);
        var renders = 0;
        using var listening = view.OnChanged(() =>
        {
            Interlocked.Increment(ref renders);
            rendered.Release();
            return Task.CompletedTask;
        });

        _feed.Publish(SomeCall.Of(Urgency.Low));
        Assert.True(await rendered.WaitAsync(Deadline));
        for (var i = 0; i < 200; i++)
        {
            _feed.Publish(SomeCall.Of(Urgency.Low));
        }

        Assert.Equal(1, renders);
        await AdvanceUntilAsync(rendered);
        Assert.Equal(2, renders);
        Assert.Equal(_feed.Current.Version, view.Current.Version);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_stop_the_others()
    {
        await using var view = View();
        using var rendered = new SemaphoreSlim(0);
        using var failing = view.OnChanged(() => throw new InvalidOperationException());
        using var listening = view.OnChanged(() =>
        {
            rendered.Release();
            return Task.CompletedTask;
        });

        _feed.Publish(SomeCall.Of(Urgency.Low));

        Assert.True(await rendered.WaitAsync(Deadline));
    }

    [Fact]
    public async Task Nobody_is_told_after_leaving()
    {
        await using var view = View();
        using var rendered = new SemaphoreSlim(0);
        var told = false;
        var leaving = view.OnChanged(() =>
        {
            told = true;
            return Task.CompletedTask;
        });
        using var staying = view.OnChanged(() =>
        {
            rendered.Release();
            return Task.CompletedTask;
        });
        leaving.Dispose();

        _feed.Publish(SomeCall.Of(Urgency.Low));

        Assert.True(await rendered.WaitAsync(Deadline));
        Assert.False(told);
    }

    private LiveView View() => new(_feed, _time, NullLogger<LiveView>.Instance);

    private async Task AdvanceUntilAsync(SemaphoreSlim rendered)
    {
        // The loop may not wait for the clock yet when the clock is moved, so it is moved again until the render comes.
        using var deadline = new CancellationTokenSource(Deadline);
        while (!await rendered.WaitAsync(TimeSpan.FromMilliseconds(5), deadline.Token))
        {
            _time.Advance(LiveView.Interval);
        }
    }
}
