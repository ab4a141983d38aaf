using System.Runtime.InteropServices;
using CallIntake.Engine.Hosting;

namespace CallIntake.Engine.Speech.Whisper;

/// <summary>What must be settled before the native library of Whisper is loaded, since it cannot be changed afterwards.</summary>
internal static class WhisperRuntime
{
    private const string OpenMp = "libgomp.so.1";

    /// <summary>Makes the settings; what the environment or the system has of its own is left alone.</summary>
    public static void Prepare(ContentPaths paths)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Threads wait for each other some hundred times a second; by default they spin, and on a machine with anything else to do the one
        // that spins keeps the core from the one it waits for (measured with two threads on two busy cores: 4 to 6 times slower at three
        // times the processor time). Waiting threads sleep instead. Environment.SetEnvironmentVariable changes a copy that native code
        // does not see.
        _ = SetNative([.. "OMP_WAIT_POLICY\0"u8], [.. "passive\0"u8], overwrite: 0);

        // A bare system has no OpenMP runtime. Once ours is in memory, the loader finds it by its name for the libraries that need it.
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64 && !NativeLibrary.TryLoad(OpenMp, out _))
        {
            _ = NativeLibrary.TryLoad(paths.Resolve($"models/runtime/linux-x64/{OpenMp}"), out _);
        }
    }

    [DllImport("libc", EntryPoint = "setenv", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNative(byte[] name, byte[] value, int overwrite);
}
