using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Classifier;

/// <summary>The questions that the model answers, each with its closed list of answers. The order is part of the model file.</summary>
internal static class ModelHeads
{
    public const int Urgency = 0;
    public const int Category = 1;
    public const int Danger = 2;
    public const int Weapons = 3;
    public const int Department = 4;
    public const int FirstAlso = 5;
    public const int Language = 9;

    /// <summary>Stands for "nobody is sent".</summary>
    public const string NoDepartment = "-";

    /// <summary>Causes that can be told from words; an abandoned call has none.</summary>
    public static IReadOnlyList<string> Causes { get; } = [.. Categories.All.Where(code => code != Categories.AbandonedCall)];

    /// <summary>Departments as answers.</summary>
    public static IReadOnlyList<string> Who { get; } = [.. Departments.All, NoDepartment];

    /// <summary>Languages as answers.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "mixed"];

    /// <summary>Number of answers of each question.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [4, Causes.Count, 2, 2, Who.Count, 2, 2, 2, 2, Languages.Count];

    /// <summary>Number of all answers.</summary>
    public static int Answers { get; } = Sizes.Sum();

    /// <summary>Number of all answers, rounded up so that rows can be read in whole vectors.</summary>
    public static int Width { get; } = (Answers + 7) / 8 * 8;

    /// <summary>Index of the right answer to each question.</summary>
    public static int[] Label(LabelledCase labelled) =>
    [
        (int)labelled.Urgency!.Value,
        IndexOf(Causes, labelled.Category!),
        labelled.CurrentDanger ? 1 : 0,
        labelled.Weapons ? 1 : 0,
        IndexOf(Who, labelled.RecommendedDepartment ?? NoDepartment),
        .. Departments.All.Select(name => labelled.AlsoNotify.Contains(name) ? 1 : 0),
        Math.Max(0, IndexOf(Languages, labelled.Lang ?? "ru")),
    ];

    /// <summary>Turns scores into probabilities, question by question, in place.</summary>
    public static void Normalise(Span<float> scores)
    {
        var start = 0;
        foreach (var size in Sizes)
        {
            Softmax(scores.Slice(start, size));
            start += size;
        }
    }

    /// <summary>Turns scores into the slope of the loss, in place: probability less label, the label smoothed over all answers.</summary>
    public static void Subtract(Span<float> scores, int[] labels, float smoothing = 0)
    {
        Normalise(scores);
        var start = 0;
        for (var head = 0; head < labels.Length; head++)
        {
            var size = Sizes[head];
            for (var i = 0; i < size; i++)
            {
                scores[start + i] -= smoothing / size;
            }

            scores[start + labels[head]] -= 1 - smoothing;
            start += size;
        }

        scores[start..].Clear();
    }

    /// <summary>The answers to one question.</summary>
    public static ReadOnlySpan<float> Slice(ReadOnlySpan<float> answers, int head)
    {
        var start = 0;
        for (var i = 0; i < head; i++)
        {
            start += Sizes[i];
        }

        return answers.Slice(start, Sizes[head]);
    }

    private static void Softmax(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores)
        {
            most = MathF.Max(most, score);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - most);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    private static int IndexOf(IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == item)
            {
                return i;
            }
        }

        throw new FormatException($"'{item}' is no known answer");
    }
}
