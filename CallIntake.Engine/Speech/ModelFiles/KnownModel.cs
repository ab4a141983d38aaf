namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>A model that can be fetched by name.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Purpose">What it is good for, a sentence.</param>
/// <param name="Languages">Languages it is fit for, in words.</param>
/// <param name="Licence">Short name of its licence.</param>
/// <param name="Source">Page with its description and licence.</param>
/// <param name="Megabytes">Size of all files, millions of bytes, about.</param>
/// <param name="Recognizer">Recogniser that reads it, as chains name it.</param>
/// <param name="Key">Configuration key that points at it.</param>
/// <param name="Value">What the key is set to, relative to the folder of models: a file or a folder.</param>
/// <param name="Files">Its files; at least one.</param>
public sealed record KnownModel(
    string Name,
    string Purpose,
    string Languages,
    string Licence,
    Uri Source,
    int Megabytes,
    string Recognizer,
    string Key,
    string Value,
    IReadOnlyList<KnownFile> Files);
