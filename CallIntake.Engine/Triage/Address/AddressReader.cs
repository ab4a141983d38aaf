using System.Globalization;
using CallIntake.Engine.Triage.Counting;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Reads a place by its type words: "улица Абая 12", "Абай көшесі 12", "дом 12", "квартира 7". Stateless.</summary>
internal sealed class AddressReader : IAddressReader
{
    private static readonly HashSet<string> RussianStreet = ["улица", "улице", "улицы", "улицу", "ул", "проспект", "проспекте", "микрорайон", "микрорайоне"];
    private static readonly HashSet<string> KazakhStreet = ["кошеси", "кошесинде", "кошесинин", "дангылы", "дангылында", "ыкшамауданы"];

    /// <inheritdoc/>
    public AddressReading Read(IReadOnlyList<TriageTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var parts = AddressParts.Empty;
        var spans = new List<AddressSpan>();
        foreach (var turn in turns)
        {
            parts = ReadTurn(turn, parts, spans);
        }

        return parts.IsEmpty()
            ? AddressReading.None
            : new AddressReading(parts, string.Join(", ", new[] { parts.Street, parts.House, parts.Flat }.Where(part => part is not null)), 0.5, spans);
    }

    private static AddressParts ReadTurn(TriageTurn turn, AddressParts parts, List<AddressSpan> spans)
    {
        var tokens = SpokenTokenizer.Read(turn.Text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = RussianStreet.Contains(tokens[i].Plain) ? i + 1 : KazakhStreet.Contains(tokens[i].Plain) ? i - 1 : -1;
            if (name < 0 || name >= tokens.Count)
            {
                continue;
            }

            parts = parts with { Street = tokens[name].Text };
            spans.Add(new AddressSpan("street", turn.Index, tokens[name].Start, tokens[name].End));
            var after = Math.Max(i, name) + 1;
            if (NumeralReader.Read(tokens, after) is { } number)
            {
                parts = parts with { House = number.Value.ToString(CultureInfo.InvariantCulture) + number.Letter };
                spans.Add(new AddressSpan("house", turn.Index, tokens[after].Start, tokens[after + number.Length - 1].End));
            }
        }

        return parts;
    }
}
