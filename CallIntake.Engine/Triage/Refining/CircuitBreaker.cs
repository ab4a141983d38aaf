namespace CallIntake.Engine.Triage.Refining;

/// <summary>Leaves a failing service alone for a while. Thread-safe.</summary>
internal sealed class CircuitBreaker(int failures, TimeSpan rest, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _failed;
    private long? _restingSince;

    /// <summary>Whether the service may be asked; after the rest one call may try.</summary>
    public bool IsClosed()
    {
        lock (_lock)
        {
            if (_restingSince is not { } since)
            {
                return true;
            }

            if (time.GetElapsedTime(since) < rest)
            {
                return false;
            }

            // Others wait until the one that tries now has come back.
            _restingSince = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>The service answered.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            (_failed, _restingSince) = (0, null);
        }
    }

    /// <summary>The service failed.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            if (++_failed >= failures)
            {
                _restingSince = time.GetTimestamp();
            }
        }
    }
}
