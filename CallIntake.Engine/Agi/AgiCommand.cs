using System.Buffers;
using System.Globalization;
using System.Text;

namespace CallIntake.Engine.Agi;

/// <summary>
/// A command as it goes over the wire, made only by the methods here, which refuse what could become a second command or a wrong
/// argument. Asterisk's grammar: words divided by blanks, a quote switches quoting, a backslash takes the next character as it is, LF and
/// nothing else ends the line.
/// </summary>
/// <param name="Line">The line without its end.</param>
internal readonly record struct AgiCommand(string Line)
{
    /// <summary>Bytes of a line with its end; older versions of Asterisk cut at 2,048 and run the rest as another command.</summary>
    public const int MaximumBytes = 2000;

    private static readonly SearchValues<char> LineBreakers = SearchValues.Create("\r\n\0");
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#ABCD");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    // The application would take them for the next argument (the third of MixMonitor is a shell command) or for a variable.
    private static readonly SearchValues<char> ApplicationSeparators = SearchValues.Create(",|^$`;&\"\\");

    /// <summary>Whether the command runs an application of the dialplan, whose reply may be two (see <see cref="AgiChannel"/>).</summary>
    public bool IsExec => Line.StartsWith("EXEC ", StringComparison.Ordinal);

    /// <summary>STREAM FILE "name" "keys": the name has no extension.</summary>
    public static AgiCommand StreamFile(string name, string keys) => new($"STREAM FILE {Quote(name)} {QuoteKeys(keys)}");

    /// <summary>RECORD FILE "name" wav "keys" milliseconds [s=seconds]; no beep, because a language without one records nothing.</summary>
    public static AgiCommand RecordFile(string name, string keys, TimeSpan maximum, TimeSpan silence)
    {
        var seconds = (long)Math.Ceiling(silence.TotalSeconds);
        var silenceEnd = seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $" s={seconds}") : string.Empty;
        return new($"RECORD FILE {Quote(name)} wav {QuoteKeys(keys)} {Milliseconds(maximum)}{silenceEnd}");
    }

    /// <summary>WAIT FOR DIGIT milliseconds.</summary>
    public static AgiCommand WaitForDigit(TimeSpan timeout) => new($"WAIT FOR DIGIT {Milliseconds(timeout)}");

    /// <summary>SET VARIABLE NAME "value"; capitals and _ in the name, letters, digits and _ . : - in the value.</summary>
    /// <exception cref="ArgumentException">Anything else.</exception>
    public static AgiCommand SetVariable(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException("The name of a variable has capital letters and _ only.", nameof(name));
        }

        if (value.AsSpan().ContainsAnyExcept(ValueCharacters))
        {
            throw new ArgumentException("The value of a variable has letters, digits and _ . : - only.", nameof(value));
        }

        return new($"SET VARIABLE {name} {Quote(value)}");
    }

    /// <summary>SET AUTOHANGUP seconds, at least one: 0 would switch the watchdog off.</summary>
    public static AgiCommand SetAutoHangUp(TimeSpan timeout) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SET AUTOHANGUP {Math.Max(1, (long)Math.Ceiling(timeout.TotalSeconds))}"));

    /// <summary>EXEC MixMonitor "path".</summary>
    /// <exception cref="ArgumentException">The path has a character that divides the arguments of an application.</exception>
    public static AgiCommand MixMonitor(string path) => path.AsSpan().ContainsAny(ApplicationSeparators)
        ? throw new ArgumentException("A path for MixMonitor must not have , | ^ $ ` ; & \" or \\.", nameof(path))
        : new($"EXEC MixMonitor {Quote(path)}");

    /// <summary>NOOP: cuts a running playback; its reply has no endpos.</summary>
    public static AgiCommand Noop() => new("NOOP");

    /// <summary>The bytes to send, with the line's end.</summary>
    /// <exception cref="InvalidOperationException">They are more than <see cref="MaximumBytes"/>.</exception>
    public byte[] ToBytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Line + "\n");
        return bytes.Length <= MaximumBytes ? bytes : throw new InvalidOperationException($"A command has {bytes.Length} bytes; {MaximumBytes} are allowed.");
    }

    /// <summary>An argument in quotes. First the backslashes, then the quotes: the other way round an argument could close its quotes.</summary>
    /// <exception cref="ArgumentException">It has a line break or a NUL.</exception>
    internal static string Quote(string argument) => argument.AsSpan().ContainsAny(LineBreakers)
        ? throw new ArgumentException("An argument must not have CR, LF or NUL.", nameof(argument))
        : $"\"{argument.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether the character is a key of a telephone.</summary>
    internal static bool IsKey(char key) => Keys.Contains(key);

    private static string QuoteKeys(string keys) => keys.AsSpan().ContainsAnyExcept(Keys)
        ? throw new ArgumentException("Keys are 0 to 9, *, # and A to D.", nameof(keys))
        : $"\"{keys}\"";

    private static string Milliseconds(TimeSpan time) =>
        ((long)Math.Clamp(time.TotalMilliseconds, 1, int.MaxValue)).ToString(CultureInfo.InvariantCulture);
}
