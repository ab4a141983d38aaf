namespace CallIntake.Web.Live;

/// <summary>
/// Passes single keys from the browser to the page that is open. The browser's part leaves out keys pressed while typing, keys with
/// modifiers, and everything while keys are switched off. One for each circuit.
/// </summary>
public sealed class KeyRing
{
    private Func<string, Task>? _page;

    /// <summary>The keys of the open page changed: names that the browser may pass on.</summary>
    public event EventHandler? Changed;

    /// <summary>Names that the open page listens to: a, f, s, 1 … 4, /, up, down, left, right, enter, esc.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The open page takes the keys; disposing gives them back.</summary>
    public IDisposable Take(IReadOnlyList<string> names, Func<string, Task> page)
    {
        _page = page;
        Set(names);
        return new Hold(this, page);
    }

    /// <summary>A key was pressed.</summary>
    public Task PressAsync(string name) => _page is { } page && Names.Contains(name) ? page(name) : Task.CompletedTask;

    private void Release(Func<string, Task> page)
    {
        if (_page == page)
        {
            _page = null;
            Set([]);
        }
    }

    private void Set(IReadOnlyList<string> names)
    {
        Names = names;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private sealed class Hold(KeyRing ring, Func<string, Task> page) : IDisposable
    {
        public void Dispose() => ring.Release(page);
    }
}
