namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A known model and how much of it is here.</summary>
/// <param name="Model">The model.</param>
/// <param name="Path">Where it is or would be, absolute: a file or a folder.</param>
/// <param name="IsInstalled">Whether all its files are there with their published sizes; contents are not looked at.</param>
/// <param name="PartialBytes">Bytes of files and parts that are there while it is not whole.</param>
public sealed record ModelState(KnownModel Model, string Path, bool IsInstalled, long PartialBytes);
