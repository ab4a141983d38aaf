using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CallIntake.Tests.Asterisk;

/// <summary>A program that a test runs beside itself. Its output is kept; disposing ends it.</summary>
internal sealed class ShellProcess : IAsyncDisposable
{
    private bool _disposed;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly string _name;

    private ShellProcess(Process process, string name)
    {
        _process = process;
        _name = name;
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote so far, both channels together.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a program; nothing of its output reaches the tests' own.</summary>
    public static ShellProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = new ShellProcess(new Process { StartInfo = start }, Path.GetFileName(program));
        process._process.OutputDataReceived += (_, line) => process.Keep(line.Data);
        process._process.ErrorDataReceived += (_, line) => process.Keep(line.Data);
        process._process.Start();
        process._process.StandardInput.Close();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a program to its end; an exit code other than 0 is an exception that carries the output.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        var process = Start(program, arguments);
        await using (process)
        {
            var code = await process.WaitAsync(limit);
            return code == 0
                ? process.Output
                : throw new InvalidOperationException($"{program} ended with exit code {code}:\n{process.Output}");
        }
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> WaitAsync(TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new TimeoutException($"{_name} did not end within {limit}:\n{Output}", cancelled);
        }

        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a crash would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitAsync(Deadline.Usual);
    }

    /// <summary>Asks it to end (SIGTERM) and waits; SIGKILL for the whole family when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return; // A test may end a program before its own end.
        }

        _disposed = true;
        if (!_process.HasExited)
        {
            using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await kill.WaitForExitAsync();
            }

            try
            {
                await WaitAsync(Deadline.Usual);
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }
    }
}
