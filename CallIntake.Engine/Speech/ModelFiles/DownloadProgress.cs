namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>How far a file is.</summary>
/// <param name="Path">Where it belongs, relative to the folder of models.</param>
/// <param name="Done">Bytes that are there.</param>
/// <param name="Total">Bytes of the whole file; null where the server does not say.</param>
public sealed record DownloadProgress(string Path, long Done, long? Total);
