using CallIntake.Engine.Speech.Numbers;
using CallIntake.Engine.Triage;
using CallIntake.Engine.Triage.Address;

namespace CallIntake.Tests.Triage.Address;

/// <summary>What a caller hears when an address is read back: from the parts of the record to the words the voice gets.</summary>
public sealed class HeardAddressTests
{
    public static TheoryData<AddressParts, string, string> Addresses => new()
    {
        { new(Street: "Сатпаева", House: "12а", Flat: "7"), "ru", "улица Сатпаева, дом двенадцать а, квартира семь" },
        { new(Street: "Абая", House: "1б"), "ru", "улица Абая, дом один б" },
        { new(Street: "Розыбакиева", House: "45/2"), "ru", "улица Розыбакиева, дом сорок пять дробь два" },
        { new(Street: "Жандосова", House: "51", Entrance: "2", Floor: "3", Flat: "36"), "ru", "улица Жандосова, дом пятьдесят один, квартира тридцать шесть, подъезд два, этаж три" },
        { new(Street: "Аксай-3", House: "12"), "ru", "Аксай три, дом двенадцать" },
        { new(Street: "Самал 2", House: "33"), "ru", "Самал два, дом тридцать три" },
        { new(Street: "4", House: "17"), "ru", "четвёртый микрорайон, дом семнадцать" },
        { new(Street: "Атырау – Астрахань", RoadKm: "34"), "ru", "трасса Атырау – Астрахань, километр тридцать четыре" },
        { new(Street: "Сейфуллина", Crossing: "Райымбека"), "ru", "улица Сейфуллина, угол Райымбека" },
        { new(Settlement: "Алматы", Street: "Ташкентская", House: "521"), "ru", "Алматы, улица Ташкентская, дом пятьсот двадцать один" },
        { new(District: "Медеуский", Street: "Абая", House: "28"), "ru", "район Медеуский, улица Абая, дом двадцать восемь" },
        { new(Street: "Толе би", House: "40", Landmark: "возле рынка"), "ru", "улица Толе би, дом сорок, возле рынка" },
        { new(Street: "Абай", House: "12а", Flat: "7"), "kk", "Абай көшесі, он екі а үй, жетінші пәтер" },
        { new(Street: "Сәтбаев", House: "45/2"), "kk", "Сәтбаев көшесі, қырық бес бөлшек екінші үй" },
        { new(Street: "Иманов", House: "19", Entrance: "4", Floor: "3", Flat: "36"), "kk", "Иманов көшесі, он тоғызыншы үй, отыз алтыншы пәтер, төртінші кіреберіс, үшінші қабат" },
        { new(Street: "Ақсай-3", House: "20"), "kk", "Ақсай үш, жиырмасыншы үй" },
        { new(Street: "4", House: "17"), "kk", "төртінші ықшамаудан, он жетінші үй" },
        { new(Street: "Атырау – Астрахан", RoadKm: "34"), "kk", "Атырау – Астрахан жолы, отыз төртінші шақырым" },
        { new(Street: "Абай", Crossing: "Розыбакиев"), "kk", "Абай көшесі, Розыбакиев қиылысы" },
        { new(Street: "Мыңбаев", House: "115"), "kk", "Мыңбаев көшесі, жүз он бесінші үй" },
        { new(Settlement: "Алматы", Street: "Абай", House: "6"), "kk", "Алматы, Абай көшесі, алтыншы үй" },
        { new(Street: "Жетісу-2", House: "60", Entrance: "3"), "kk", "Жетісу екі, алпысыншы үй, үшінші кіреберіс" },
        { new(Street: "Достық", House: "50", Flat: "9"), "kk", "Достық көшесі, елуінші үй, тоғызыншы пәтер" },
        { new(Street: "Төле би", House: "40", Floor: "5"), "kk", "Төле би көшесі, қырқыншы үй, бесінші қабат" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_is_said_as_people_say_it(AddressParts parts, string language, string heard)
    {
        Assert.Equal(heard, SpokenText.Expand(SpokenAddress.Text(parts, language), language));
    }
}
