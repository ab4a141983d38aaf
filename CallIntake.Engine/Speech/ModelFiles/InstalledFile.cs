namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A file in its place.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Checked">Whether that was compared with a published or pinned one.</param>
public sealed record InstalledFile(string Path, string Sha256, bool Checked);
