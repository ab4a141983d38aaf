namespace CallIntake.Engine.Triage.Address;

/// <summary>One place of the gazetteer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Russian">Its name as it is said in Russian ("Абая").</param>
/// <param name="Kazakh">Its name in Kazakh, without type word and endings ("Абай").</param>
/// <param name="OldNames">Names that people still use.</param>
/// <param name="Settlement">The town or village it lies in; null where that is not known or it is one itself.</param>
internal sealed record GazetteerEntry(GazetteerKind Kind, string Russian, string Kazakh, IReadOnlyList<string> OldNames, string? Settlement);
