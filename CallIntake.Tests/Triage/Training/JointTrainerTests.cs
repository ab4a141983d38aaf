using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Scoring;
using CallIntake.Engine.Triage.Text;
using CallIntake.Engine.Triage.Training;

namespace CallIntake.Tests.Triage.Training;

/// <summary>Made-up answers in which the category is well known and the department is not.</summary>
public sealed class JointTrainerTests
{
    private static readonly string[] Kinds = ["medical", "fire", "theft", "info_request"];
    private static readonly string?[] Sent = ["Скорая", "МЧС", "Полиция", null];

    [Fact]
    public void What_is_known_of_one_question_decides_the_other()
    {
        var joint = new JointTrainer(1, 1).Train([.. Enumerable.Range(0, 2000).Select(Made)]);

        var right = Enumerable.Range(2000, 400).Count(number =>
        {
            var made = Made(number);
            return BestDepartment(joint.Answer(made.Each)) == made.Item.Labels[ModelHeads.Department];
        });

        Assert.InRange(Enumerable.Range(2000, 400).Count(number => BestDepartment(Made(number).Answers) == Made(number).Item.Labels[ModelHeads.Department]), 0, 200);
        Assert.InRange(right, 380, 400);
    }

    [Fact]
    public void Agreed_answers_are_probabilities_and_repeatable()
    {
        LeftOutAnswer[] answers = [.. Enumerable.Range(0, 200).Select(Made)];
        var (one, other) = (new JointTrainer(1, 7).Train(answers), new JointTrainer(1, 7).Train(answers));
        Assert.Equal(one.Weights, other.Weights);
        Assert.Equal(one.Bias, other.Bias);

        var agreed = one.Answer(Made(3).Each);

        for (var head = 0; head < ModelHeads.Sizes.Count; head++)
        {
            Assert.Equal(1, ModelHeads.Slice(agreed, head).ToArray().Sum(), 0.001);
        }
    }

    private static int BestDepartment(float[] answers)
    {
        var chances = ModelHeads.Slice(answers, ModelHeads.Department);
        return chances.IndexOf(System.Numerics.Tensors.TensorPrimitives.Max(chances));
    }

    // The category's answer leans to the right one; the department's is a guess.
    private static LeftOutAnswer Made(int number)
    {
        var random = new Random(number);
        var kind = random.Next(Kinds.Length);
        var labelled = new LabelledCase
        {
            Id = $"x01-{number}",
            Text = "алло",
            Lang = "ru",
            Urgency = Urgency.Medium,
            Category = Kinds[kind],
            CurrentDanger = false,
            Weapons = false,
            RecommendedDepartment = Sent[kind],
        };
        var scores = new float[ModelHeads.Width];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = random.NextSingle();
        }

        scores[ModelHeads.Sizes[0] + ModelHeads.Causes.ToList().IndexOf(Kinds[kind])] += 5;
        ModelHeads.Normalise(scores);
        var call = Tokenizer.Read([new TriageTurn(0, labelled.Text)]);
        return new LeftOutAnswer(new TrainingCase(labelled, new CallFacts(call, [], [], Urgency.Low), new FeatureVector([], []), ModelHeads.Label(labelled)), scores, scores);
    }
}
