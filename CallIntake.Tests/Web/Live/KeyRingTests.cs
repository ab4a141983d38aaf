using CallIntake.Web.Live;

namespace CallIntake.Tests.Web.Live;

public sealed class KeyRingTests
{
    private readonly KeyRing _ring = new();
    private readonly List<string> _pressed = [];

    [Fact]
    public async Task Only_keys_that_the_page_named_reach_it()
    {
        using var hold = _ring.Take(["a"], RememberAsync);

        await _ring.PressAsync("a");
        await _ring.PressAsync("b");

        Assert.Equal(["a"], _pressed);
    }

    [Fact]
    public async Task A_page_that_leaves_late_does_not_take_the_keys_of_the_next()
    {
        var first = _ring.Take(["a"], _ => Task.CompletedTask);
        using var second = _ring.Take(["b"], RememberAsync);
        first.Dispose();

        await _ring.PressAsync("b");

        Assert.Equal(["b"], _pressed);
    }

    private Task RememberAsync(string name)
    {
        _pressed.Add(name);
        return Task.CompletedTask;
    }
}
