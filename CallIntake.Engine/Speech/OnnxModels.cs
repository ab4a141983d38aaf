using Microsoft.ML.OnnxRuntime;

namespace CallIntake.Engine.Speech;

/// <summary>Loads ONNX models so that what is wrong with one is said with its key and file.</summary>
internal static class OnnxModels
{
    /// <summary>A session that is safe to share between threads.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">Key of the configuration that named it.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <param name="what">What the model ought to be, for the error.</param>
    /// <param name="inputs">Inputs it must have, types and ranks included.</param>
    /// <param name="outputs">Outputs it must have, likewise.</param>
    /// <exception cref="SpeechException">The file is missing, damaged or another model.</exception>
    public static InferenceSession Load(string path, string key, int threads, string what, OnnxPort[] inputs, OnnxPort[] outputs)
    {
        try
        {
            using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
            // Threads that spin take the core from other calls.
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            var session = new InferenceSession(path, options);
            if ((OnnxPort.FindFault(inputs, session.InputMetadata) ?? OnnxPort.FindFault(outputs, session.OutputMetadata)) is not { } fault)
            {
                return session;
            }

            session.Dispose();
            throw new SpeechException($"{key}: {path} is an ONNX model but not {what}: {fault}.");
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or DllNotFoundException or TypeInitializationException)
        {
            throw new SpeechException($"{key}: {path} cannot be loaded: {exception.Message}", exception);
        }
    }
}
