using CallIntake.Engine.Hosting;
using CallIntake.Engine.Triage.Address;
using CallIntake.Engine.Triage.Address.Tagging;
using CallIntake.Engine.Triage.Counting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallIntake.Tests.Triage.Address;

public sealed class GazetteerTests
{
    [Fact]
    public void Reads_a_line_with_all_its_fields()
    {
        var entry = Assert.Single(GazetteerFile.Parse(["# comment", "", "street\tНазарбаева\tНазарбаев\tФурманова; Карла Маркса\tАлматы"]));
        Assert.Equal((GazetteerKind.Street, "Назарбаева", "Назарбаев", "Алматы"), (entry.Kind, entry.Russian, entry.Kazakh, entry.Settlement));
        Assert.Equal(["Фурманова", "Карла Маркса"], entry.OldNames);
    }

    [Fact]
    public void Needs_no_more_than_kind_and_name() => Assert.Equal("Абай", Assert.Single(GazetteerFile.Parse(["settlement\tАбай"])).Kazakh);

    [Theory]
    [InlineData("street")]
    [InlineData("road\tАбая")]
    [InlineData("street\t")]
    [InlineData("street\ta\tb\tc\td\te")]
    public void Names_the_bad_line(string line)
    {
        var exception = Assert.Throws<InvalidDataException>(() => GazetteerFile.Parse(["# comment", line]));
        Assert.Contains("line 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_places_that_come_with_the_product_are_readable()
    {
        var file = ContentPaths.Find(AppContext.BaseDirectory).Resolve(AddressFiles.Places);
        Assert.True(GazetteerFile.Parse(File.ReadLines(file)).Count > 1000);
    }

    [Fact]
    public void A_missing_file_is_told_at_the_start_with_key_and_path()
    {
        var validator = new GazetteerOptionsValidator(ContentPaths.Find(AppContext.BaseDirectory));
        var result = validator.Validate(null, new GazetteerOptions { Path = "no/such/file.tsv" });
        Assert.True(result.Failed);
        Assert.Contains("Triage:Gazetteer:Path", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("file.tsv", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_found_by_its_sound()
    {
        var index = new SoundIndex(GazetteerFile.Parse(["street\tТауке хана\tТәуке хан", "street\tАбая\tАбай", "street\tБайзакова\tБайзақов"]));
        Assert.Equal("Тауке хана", index.Nearest(SoundKey.Of("толтихана"), GazetteerKind.Street, 0.3)?.Entry.Russian);
        Assert.Equal("Байзакова", index.Nearest(SoundKey.Of("войзакова"), GazetteerKind.Street, 0.3)?.Entry.Russian);
        Assert.Null(index.Nearest(SoundKey.Of("холодильник"), GazetteerKind.Street, 0.3));
    }

    [Theory]
    [InlineData("аман")]
    [InlineData("аманбыз")]
    public void A_word_that_only_shares_the_stem_is_no_form_of_a_name(string word)
    {
        var gazetteer = new Gazetteer(GazetteerFile.Parse(["street\tАманова\tАманов"]));
        Assert.Null(gazetteer.Find(PlaceText.Read(word, answer: false), 0, 1));
    }

    [Theory]
    [InlineData("Аманова")]
    [InlineData("Амановта")]
    public void A_name_is_found_in_its_cases(string word)
    {
        var gazetteer = new Gazetteer(GazetteerFile.Parse(["street\tАманова\tАманов"]));
        Assert.NotNull(gazetteer.Find(PlaceText.Read(word, answer: false), 0, 1));
    }

    [Fact]
    public void The_nearest_sound_is_found_among_names_of_any_length()
    {
        var index = new SoundIndex(GazetteerFile.Parse(["street\tБаймагамбетова", "street\tНавои", "street\tКаирбекова"]));
        Assert.Equal("Баймагамбетова", index.Nearest(SoundKey.Of("боймагомбетова"), GazetteerKind.Street, 0.2)?.Name);
        Assert.Equal("Навои", index.Nearest(SoundKey.Of("навой"), GazetteerKind.Street, 0.2)?.Name);
    }

    [Fact]
    public void Everything_registers_with_one_call()
    {
        using var provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(ContentPaths.Find(AppContext.BaseDirectory))
            .AddAddressReading()
            .BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IAddressReader>());
        Assert.NotNull(provider.GetRequiredService<IPeopleCounter>());
        Assert.Empty(provider.GetRequiredService<IOptions<GazetteerOptions>>().Value.Path);
    }
}
