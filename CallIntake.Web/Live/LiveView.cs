using System.Threading.Channels;
using CallIntake.Engine.Calls;

namespace CallIntake.Web.Live;

/// <summary>
/// The live board as one circuit sees it. The feed's changes, however many, become at most four renders a second; a slow console skips
/// states and never holds the engine up. One for each circuit; listeners are called one after the other.
/// </summary>
public sealed class LiveView(CallFeed feed, TimeProvider time, ILogger<LiveView> logger) : IAsyncDisposable
{
    /// <summary>The shortest time between two renders.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private Func<Task>[] _listeners = [];
    private IDisposable? _subscription;
    private Task _loop = Task.CompletedTask;

    /// <summary>The snapshot that the listeners were told of last.</summary>
    public BoardSnapshot Current { get; private set; } = feed.Current;

    /// <summary>Calls <paramref name="changed"/> after changes until the result is disposed; it renders by InvokeAsync.</summary>
    public IDisposable OnChanged(Func<Task> changed)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners, changed];
            if (_subscription is null)
            {
                _subscription = feed.Subscribe(_ => _signal.Writer.TryWrite(true));
                Current = feed.Current;
                _loop = RunAsync(_stop.Token);
            }
        }

        return new Listener(this, changed);
    }

    /// <summary>Ends the subscription and waits for the render that goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _signal.Reader.ReadAllAsync(cancellationToken))
            {
                Current = feed.Current;
                foreach (var listener in _listeners)
                {
                    await TellAsync(listener);
                }

                await Task.Delay(Interval, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The circuit is gone.
        }
    }

    private async Task TellAsync(Func<Task> listener)
    {
        try
        {
            await listener();
        }
        catch (ObjectDisposedException)
        {
            // The component went away between the signal and its render.
        }
#pragma warning disable CA1031 // One component that cannot render must not stop the board of the whole circuit.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.ListenerFailed(exception);
        }
    }

    private void Remove(Func<Task> changed)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners.Where(listener => listener != changed)];
        }
    }

    private sealed class Listener(LiveView view, Func<Task> changed) : IDisposable
    {
        public void Dispose() => view.Remove(changed);
    }
}
