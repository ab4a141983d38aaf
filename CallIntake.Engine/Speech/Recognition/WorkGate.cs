namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Lets a bounded number of pieces of work run at once. Who comes later waits in a bounded queue: urgent ones before the others, in order
/// of arrival within each. When the queue is full the newcomer is refused at once, so that the call goes to a human and not into a jam.
/// Thread-safe.
/// </summary>
internal sealed class WorkGate(int running, int queueLength)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _urgent = new();
    private readonly LinkedList<TaskCompletionSource> _others = new();
    private int _free = running;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _urgent.Count + _others.Count;
            }
        }
    }

    /// <summary>Waits for a turn; disposing the result gives it to the next.</summary>
    /// <exception cref="SpeechException">The queue is full.</exception>
    /// <exception cref="OperationCanceledException">The deadline of the caller passed while waiting.</exception>
    public async Task<IDisposable> EnterAsync(bool urgent, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var queue = urgent ? _urgent : _others;
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return new Turn(this);
            }

            if (_urgent.Count + _others.Count >= queueLength)
            {
                throw new SpeechException($"{queueLength} turns wait for recognition already.");
            }

            place = queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(queue, place, cancellationToken), null);
        await place.Value.Task;
        return new Turn(this);
    }

    private void GiveUp(LinkedList<TaskCompletionSource> queue, LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (place.List is null)
            {
                return;
            }

            queue.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Leave()
    {
        TaskCompletionSource next;
        lock (_lock)
        {
            var queue = _urgent.Count > 0 ? _urgent : _others;
            if (queue.First is null)
            {
                _free++;
                return;
            }

            next = queue.First.Value;
            queue.RemoveFirst();
        }

        next.SetResult();
    }

    private sealed class Turn(WorkGate gate) : IDisposable
    {
        private WorkGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
