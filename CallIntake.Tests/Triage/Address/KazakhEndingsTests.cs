using CallIntake.Engine.Triage.Address.Naming;

namespace CallIntake.Tests.Triage.Address;

public sealed class KazakhEndingsTests
{
    [Theory]
    [InlineData("сатпаевта", "сатпаев")]
    [InlineData("абайдын", "абай")]
    [InlineData("розыбакиевтин", "розыбакиев")]
    [InlineData("шугылада", "шугыла")]
    [InlineData("достыкта", "достык")]
    [InlineData("момышулында", "момышулы")]
    [InlineData("самалдан", "самал")]
    public void Takes_a_case_ending_away(string said, string name) => Assert.Equal(name, said[..^KazakhEndings.Length(said)]);

    [Theory]
    [InlineData("победа")]
    [InlineData("алматы")]
    [InlineData("береке")]
    [InlineData("сарыарка")]
    [InlineData("астана")]
    [InlineData("мамыр")]
    public void Leaves_what_cannot_be_an_ending(string name) => Assert.Equal(0, KazakhEndings.Length(name));
}
