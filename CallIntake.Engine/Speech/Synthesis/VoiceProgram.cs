using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CallIntake.Engine.Speech.Synthesis;

/// <summary>Runs a program that reads text on its standard input and writes a WAV to its standard output.</summary>
internal static class VoiceProgram
{
    // A minute of 48 kHz stereo; what is longer is no sentence.
    private const int MaximumBytes = 12 * 1024 * 1024;

    /// <summary>Finds a program by path or on PATH; null where it is not installed.</summary>
    public static string? Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar))
        {
            return File.Exists(program) ? program : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The standard output of a run. The text is never an argument: it could be taken for an option.</summary>
    /// <exception cref="SpeechException">The program cannot be started, fails or writes too much.</exception>
    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, string text, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            throw new SpeechException($"{program} cannot be started: {exception.Message}", exception);
        }

        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = ReadAsync(process.StandardOutput.BaseStream, program, cancellationToken);
            await WriteAsync(process, text, cancellationToken);
            var bytes = await output;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? bytes
                : throw new SpeechException($"{program} ended with {process.ExitCode}: {Shortened(await errors)}");
        }
        finally
        {
            Kill(process);
        }
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        UseShellExecute = false,
    };

    private static async Task WriteAsync(Process process, string text, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(text.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading; its exit code tells why.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, string program, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = await output.ReadAsync(block, cancellationToken)) > 0)
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > MaximumBytes)
            {
                throw new SpeechException($"{program} wrote more than {MaximumBytes} bytes.");
            }
        }

        return bytes.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }

    private static string Shortened(string text) => text.Trim() is { Length: > 200 } longText ? longText[..200] : text.Trim();
}
