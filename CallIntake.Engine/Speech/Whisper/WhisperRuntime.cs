using System.Runtime.InteropServices;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>
/// Settings of the native library that can only be made before it is loaded. Its threads wait for each other some hundred times a second;
/// by default they spin, and on a machine with anything else to do the one that spins keeps the core from the one it waits for (measured
/// with two threads on two busy cores: 4 to 6 times slower at three times the processor time). Waiting threads sleep instead.
/// </summary>
internal static class WhisperRuntime
{
    /// <summary>Makes the settings; an environment that has its own is left alone.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsLinux())
        {
            // Environment.SetEnvironmentVariable changes a copy that native code does not see.
            _ = SetNative([.. "OMP_WAIT_POLICY\0"u8], [.. "passive\0"u8], overwrite: 0);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNative(byte[] name, byte[] value, int overwrite);
}
