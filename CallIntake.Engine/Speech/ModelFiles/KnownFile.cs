namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>One file of a model.</summary>
/// <param name="Path">Where it belongs, relative to the folder of models, with <c>/</c>.</param>
/// <param name="Address">Public address, http or https.</param>
/// <param name="Bytes">Published size; null where it is not known.</param>
/// <param name="Sha256">Published SHA-256 as 64 hexadecimal digits; null leaves it to be pinned on the spot.</param>
public sealed record KnownFile(string Path, Uri Address, long? Bytes = null, string? Sha256 = null);
