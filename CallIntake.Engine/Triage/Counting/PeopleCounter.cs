namespace CallIntake.Engine.Triage.Counting;

/// <summary>Counts by the number words that stand before words for people. Stateless.</summary>
internal sealed class PeopleCounter : IPeopleCounter
{
    private static readonly HashSet<string> Persons = ["человек", "человека", "мужчин", "мужчины", "парня", "парней", "адам", "жигит", "киси"];

    /// <inheritdoc/>
    public PeopleReading Count(IReadOnlyList<TriageTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        foreach (var turn in turns)
        {
            var tokens = SpokenTokenizer.Read(turn.Text);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (NumeralReader.Read(tokens, i) is { } number && i + number.Length < tokens.Count && Persons.Contains(tokens[i + number.Length].Plain))
                {
                    return new PeopleReading(number.Value, 0.6);
                }
            }
        }

        return PeopleReading.None;
    }
}
