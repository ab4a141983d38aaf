using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

public sealed class AddressFormatTests
{
    [Fact]
    public void Writes_a_street_house_and_flat() =>
        Assert.Equal("улица Сатпаева, 90, кв. 7", AddressFormat.Normal(new AddressParts(Street: "Сатпаева", House: "90", Flat: "7"), "ru"));

    [Fact]
    public void Writes_Kazakh_order() =>
        Assert.Equal("Абай көшесі, 12, 7-пәтер", AddressFormat.Normal(new AddressParts(Street: "Абай", House: "12", Flat: "7"), "kk"));

    [Fact]
    public void A_microdistrict_is_no_street() =>
        Assert.Equal("Аксай-3, 12", AddressFormat.Normal(new AddressParts(Street: "Аксай-3", House: "12"), "ru"));

    [Fact]
    public void A_road_has_its_kilometre() =>
        Assert.Equal("трасса Атырау-Астрахань, 34 км", AddressFormat.Normal(new AddressParts(Street: "Атырау-Астрахань", RoadKm: "34"), "ru"));

    [Fact]
    public void Nothing_is_null() => Assert.Null(AddressFormat.Normal(AddressParts.Empty, "ru"));
}
