using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

public sealed class SpokenAddressTests
{
    [Fact]
    public void Reads_back_in_Russian_without_abbreviations() => Assert.Equal(
        "Алматы, улица Сатпаева, дом 12 а, квартира 7, подъезд 2, этаж 3",
        SpokenAddress.Text(new AddressParts(Settlement: "Алматы", Street: "Сатпаева", House: "12а", Flat: "7", Entrance: "2", Floor: "3"), "ru"));

    [Fact]
    public void Reads_back_in_Kazakh() => Assert.Equal(
        "Абай көшесі, 45/2-үй, 7-пәтер",
        SpokenAddress.Text(new AddressParts(Street: "Абай", House: "45/2", Flat: "7"), "kk"));

    [Fact]
    public void Names_a_crossing() => Assert.Equal("улица Сейфуллина, угол Райымбека", SpokenAddress.Text(new AddressParts(Street: "Сейфуллина", Crossing: "Райымбека"), "ru"));

    [Fact]
    public void A_numbered_quarter_gets_its_type_word() => Assert.Equal("4 микрорайон, дом 17", SpokenAddress.Text(new AddressParts(Street: "4", House: "17"), "ru"));

    [Fact]
    public void Says_nothing_of_nothing() => Assert.Empty(SpokenAddress.Text(AddressParts.Empty, "ru"));
}
