using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Ctc;
using CallIntake.Engine.Speech.ModelFiles;
using CallIntake.Engine.Speech.Whisper;

namespace CallIntake.Tests.Speech.ModelFiles;

public sealed class ModelCatalogueTests
{
    [Fact]
    public async Task The_delivered_list_knows_the_models_that_the_recognisers_read()
    {
        await using var speech = new SpeechServices();
        var models = speech.Get<ModelCatalogue>().Models;

        Assert.Equal(models.Count, models.Select(model => model.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(models.SelectMany(model => model.Files), file => Assert.Equal(("https", "huggingface.co"), (file.Address.Scheme, file.Address.Host)));
        Assert.All(models.Where(model => model.Recognizer == WhisperRecognizer.RecognizerName), model =>
        {
            Assert.Equal((WhisperOptions.SectionName + ":Model", model.Files.Single().Path), (model.Key, model.Value));
            Assert.NotNull(model.Files.Single().Sha256);
        });
        foreach (var family in new[] { "tiny", "base", "small", "medium", "large-v3", "large-v3-turbo" })
        {
            Assert.Contains(models, model => model.Name == "whisper-" + family);
        }

        foreach (var (name, key, folder) in new[]
        {
            ("gigaam-multilingual-ctc", GigaamOptions.SectionName, new GigaamOptions().Folder),
            ("gigaam-multilingual-large-ctc", GigaamOptions.SectionName, "models/gigaam-large"),
            ("gigaam-v3-ctc", GigaamOptions.SectionName, "models/gigaam-v3"),
            ("t-one", ToneOptions.SectionName, new ToneOptions().Folder),
        })
        {
            var model = Assert.Single(models, model => model.Name == name);
            Assert.Equal((key + ":Folder", folder), (model.Key, "models/" + model.Value));
            Assert.All(model.Files, file => Assert.StartsWith(model.Value + "/", file.Path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_published_size_is_about_what_the_list_says_in_megabytes()
    {
        await using var speech = new SpeechServices();

        Assert.All(
            speech.Get<ModelCatalogue>().Models.Where(model => model.Files.All(file => file.Bytes is not null)),
            model => Assert.InRange(model.Files.Sum(file => file.Bytes!.Value) / 1e6, model.Megabytes - 1, model.Megabytes + 1));
    }

    [Theory]
    [InlineData("not json", "own.json")]
    [InlineData("""{"models":[{"name":"x"}]}""", "own.json")]
    [InlineData("""{"models":[{"name":"x","purpose":"","languages":"","licence":"","source":"https://a.example","megabytes":1,"recognizer":"","key":"","value":"","files":[]}]}""", "x has no files")]
    public async Task A_wrong_list_is_named_with_its_fault(string json, string expected) => await FailsAsync(json, expected);

    [Theory]
    [InlineData("../out.bin", "https://a.example/x", "null")]
    [InlineData("/etc/out.bin", "https://a.example/x", "null")]
    [InlineData("a/./b.bin", "https://a.example/x", "null")]
    [InlineData("a.bin", "ftp://a.example/x", "null")]
    [InlineData("a.bin", "x", "null")]
    [InlineData("a.bin", "https://a.example/x", "\"123\"")]
    public async Task A_list_cannot_write_outside_or_fetch_from_anything(string path, string address, string sum) => await FailsAsync(
        $$"""{"models":[{"name":"x","purpose":"","languages":"","licence":"","source":"https://a.example","megabytes":1,"recognizer":"","key":"","value":"","files":[{"path":"{{path}}","address":"{{address}}","sha256":{{sum}}}]}]}""",
        path);

    private static async Task FailsAsync(string json, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        var own = Path.Combine(folder.FullName, "own.json");
        await File.WriteAllTextAsync(own, json);
        await using var speech = new SpeechServices(("Speech:Models:OwnCatalogue", own));

        var error = Assert.Throws<SpeechException>(() => speech.Get<ModelInstaller>().List());
        Assert.Contains("Speech:Models:OwnCatalogue", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
