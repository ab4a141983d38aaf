using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CallIntake.Engine.Triage.Text;

namespace CallIntake.Engine.Triage.Rules;

/// <summary>
/// Reads the rule files of a folder: <c>words-*.txt</c> (concepts), <c>floors.txt</c> (what raises) and <c>causes.txt</c> (what usually
/// holds). Reports every error at once.
/// </summary>
internal sealed class RuleBookReader
{
    private const string WordFiles = "words-";

    // Only words of danger are also recognised by their sound.
    private const string Danger = "danger";

    private readonly List<string> _errors = [];
    private readonly List<string> _concepts = [];
    private readonly List<string> _topics = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<WordPattern> _patterns = [];
    private readonly HashSet<int> _bySound = [];

    private RuleBookReader()
    {
    }

    /// <summary>The rules in a folder; throws <see cref="RuleBookException"/> where they cannot be used.</summary>
    public static RuleBook Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToArray() : [];
        if (files.Length == 0)
        {
            throw new RuleBookException([$"{folder}: no rule files (words-*.txt, floors.txt, causes.txt)"]);
        }

        return new RuleBookReader().ReadFiles(folder, files);
    }

    private RuleBook ReadFiles(string folder, string[] files)
    {
        foreach (var file in files.Where(file => Path.GetFileName(file).StartsWith(WordFiles, StringComparison.Ordinal)))
        {
            ReadWords(file);
        }

        var floors = ReadLines(Path.Combine(folder, "floors.txt")).Select(ParseFloor).OfType<FloorRule>().ToList();
        var causes = ReadLines(Path.Combine(folder, "causes.txt")).Select(ParseCause).OfType<CauseRule>().DistinctBy(cause => cause.Category).ToList();
        _errors.AddRange(Categories.All.Except(causes.Select(cause => cause.Category)).Select(missing => $"causes.txt: no line for {missing}"));
        return _errors.Count > 0
            ? throw new RuleBookException(_errors)
            : new RuleBook(_concepts, _topics, new Lexicon(_patterns, _bySound), floors, causes.ToFrozenDictionary(cause => cause.Category), RuleFingerprint.Of(files));
    }

    private void ReadWords(string file)
    {
        int? concept = null;
        var topic = Path.GetFileNameWithoutExtension(file)[WordFiles.Length..];
        foreach (var (place, line) in ReadLines(file))
        {
            if (line.StartsWith('['))
            {
                concept = AddConcept(line.Trim('[', ']', ' '), topic, place);
                if (topic == Danger)
                {
                    _bySound.Add(concept.Value);
                }
            }
            else if (concept is null)
            {
                _errors.Add($"{place}: words before the first [concept]");
            }
            else
            {
                _patterns.AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(entry => ParsePattern(entry, concept.Value, place)).OfType<WordPattern>());
            }
        }
    }

    private int AddConcept(string name, string topic, string place)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            _errors.Add($"{place}: '{name}' is no name of a concept (a-z, digits, _)");
        }

        if (!_indexes.TryGetValue(name, out var index))
        {
            index = _concepts.Count;
            _indexes[name] = index;
            _concepts.Add(name);
            _topics.Add(topic);
        }

        return index;
    }

    private WordPattern? ParsePattern(string entry, int concept, string place)
    {
        var parts = new List<WordPart>();
        var gap = false;
        foreach (var piece in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece == "..")
            {
                gap = true;
                continue;
            }

            var words = Tokenizer.Words(piece);
            for (var i = 0; i < words.Count; i++)
            {
                parts.Add(new WordPart(words[i], i == words.Count - 1 && piece.EndsWith('*'), gap && i == 0));
            }

            gap = false;
        }

        if (parts.Count > 0 && !(parts.Count == 1 && parts[0].Prefix && parts[0].Literal.Length < 2))
        {
            return new WordPattern(concept, parts);
        }

        _errors.Add($"{place}: '{entry}' has no word that can be looked for");
        return null;
    }

    private FloorRule? ParseFloor((string Place, string Line) source)
    {
        // critical violence_now: beat.now i_victim ~unreal
        var (place, line) = source;
        var (head, tail) = line.Split(':', 2) is [var left, var right] ? (left, right) : (line, string.Empty);
        var names = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var terms = tail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(term => ParseTerm(term, place)).OfType<FloorTerm>().ToList();
        Urgency? urgency = names.Length > 0 && Urgencies.TryParse(names[0], out var parsed) ? parsed : null;
        if (names.Length != 2 || terms.Count == 0 || terms[0].Absent || (urgency is null && names[0] != "signal"))
        {
            _errors.Add($"{place}: expected 'critical|high|medium|signal kind: concept concept.now ~concept @concept'");
            return null;
        }

        return new FloorRule(names[1], urgency, terms);
    }

    private FloorTerm? ParseTerm(string text, string place)
    {
        var name = text.TrimStart('~', '@');
        var (concept, form) = name.Split('.', 2) is [var left, var right] ? (left, right) : (name, null);
        Tense? tense = form switch { "now" => Tense.Now, "past" => Tense.Past, _ => null };
        if (_indexes.TryGetValue(concept, out var index) && (form is null || tense is not null))
        {
            return new FloorTerm(index, tense, text.Contains('~', StringComparison.Ordinal), text.Contains('@', StringComparison.Ordinal));
        }

        _errors.Add($"{place}: '{text}' is no concept of the word files");
        return null;
    }

    private CauseRule? ParseCause((string Place, string Line) source)
    {
        // theft | medium | Полиция | Скорая, МЧС | 1.5
        var (place, line) = source;
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells is [var category, var level, var department, var also, var weight] && Categories.Contains(category)
            && Urgencies.TryParse(level, out var urgency) && double.TryParse(weight, CultureInfo.InvariantCulture, out var rank)
            && (department == "-" || Departments.All.Contains(department)))
        {
            var others = also.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "-").ToArray();
            return new CauseRule(category, urgency, department == "-" ? null : department, others, rank);
        }

        _errors.Add($"{place}: expected 'category | urgency | department or - | also or - | weight'");
        return null;
    }

    private IEnumerable<(string Place, string Line)> ReadLines(string file)
    {
        if (!File.Exists(file))
        {
            _errors.Add($"{file}: missing");
            yield break;
        }

        var number = 0;
        foreach (var raw in File.ReadLines(file, Encoding.UTF8))
        {
            number++;
            var line = raw.Split('#', 2)[0].Trim();
            if (line.Length > 0)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{number}"), line);
            }
        }
    }
}
