namespace CallIntake.Engine.Triage.Counting;

/// <summary>One numeral word.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Ordinal">Whether it says the order (второй, екінші); it then ends the number.</param>
/// <param name="Kazakh">Whether it is Kazakh; words of two languages do not form one number.</param>
internal readonly record struct NumeralWord(int Value, bool Ordinal, bool Kazakh);
