namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A model in its place, and what the configuration must say to use it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Files">Its files.</param>
/// <param name="Value">What <see cref="KnownModel.Key"/> must be set to.</param>
/// <param name="IsSet">Whether the configuration says so already.</param>
public sealed record InstalledModel(KnownModel Model, IReadOnlyList<InstalledFile> Files, string Value, bool IsSet);
