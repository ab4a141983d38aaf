using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Classifier;
using CallIntake.Engine.Triage.Counting;
using CallIntake.Engine.Triage.Rules;
using CallIntake.Engine.Triage.Scoring;

namespace CallIntake.Engine.Triage.Training;

/// <summary>Reads the cases, trains with the default settings and writes the model.</summary>
internal sealed class TriageTrainer(RuleBook book, IPeopleCounter people, ContentPaths paths, TimeProvider time) : ITriageTrainer
{
    public IReadOnlyList<ScoredCase> Train(TrainingRequest request, Action<string> report)
    {
        var files = Directory.GetFiles(paths.Resolve(request.Cases), "*.jsonl").Order(StringComparer.Ordinal);
        var cases = files.SelectMany(file => CaseReader.Read(file, labels: true)).ToList();
        if (cases.Count == 0)
        {
            throw new FormatException($"{request.Cases}: no labelled cases (*.jsonl)");
        }

        var trainer = new ModelTrainer(book, people, new TrainingSettings { Folds = request.Folds, PlacedOn = string.Join(' ', request.PlacedOn) }, time) { Report = report };
        var model = trainer.Train(cases, Math.Max(1, request.Threads));
        ModelFile.Write(paths.Resolve(request.Model), model);
        report($"{model.Card.Version} written to {request.Model}");
        return trainer.LeftOut;
    }
}
