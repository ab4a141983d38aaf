using CallIntake.Engine.Speech.Numbers;

namespace CallIntake.Tests.Speech.Numbers;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Улица Сатпаева, 90, кв. 7.", "Улица Сатпаева, девяносто, квартира семь.")]
    [InlineData("ул. Абая, д. 28А", "улица Абая, дом двадцать восемь А")]
    [InlineData("мкр. Самал, 2/33", "микрорайон Самал, два дробь тридцать три")]
    [InlineData("2 машины и 1 женщина, 2 человека, 1 окно", "две машины и одна женщина, два человека, одно окно")]
    [InlineData("3-й подъезд, до 3-го этажа, на 21-й улице", "третий подъезд, до третьего этажа, на двадцать первой улице")]
    [InlineData("1-я линия, во 2-ю квартиру", "первая линия, во вторую квартиру")]
    [InlineData("в 22:15, в 21:00, в 11:02", "в двадцать два часа пятнадцать минут, в двадцать один час, в одиннадцать часов две минуты")]
    [InlineData("номер 123 ABC 02", "номер сто двадцать три, A B C, ноль два")]
    [InlineData("сто два", "сто два")]
    [InlineData("телефон 87771234567", "телефон восемь семь семь семь один два три четыре пять шесть семь")]
    [InlineData("800000 тенге", "восемьсот тысяч тенге")]
    public void Russian_is_written_out_with_gender_and_case(string text, string spoken)
    {
        Assert.Equal(spoken, SpokenText.Expand(text, "ru"));
    }

    [Theory]
    [InlineData("Сәтпаев көшесі, 90-үй, 7-пәтер.", "Сәтпаев көшесі, тоқсаныншы үй, жетінші пәтер.")]
    [InlineData("Абай даңғылы 28/2", "Абай даңғылы жиырма сегіз бөлшек екі")]
    [InlineData("сағат 5-те, 20-дан кейін, 3-ші қабат", "сағат бесте, жиырмадан кейін, үшінші қабат")]
    [InlineData("3 адам", "үш адам")]
    [InlineData("123 ABC 02", "жүз жиырма үш, A B C, нөл екі")]
    public void Kazakh_is_written_out_with_ordinals(string text, string spoken)
    {
        Assert.Equal(spoken, SpokenText.Expand(text, "kk"));
    }

    [Theory]
    [InlineData(0, "нөл", "нөлінші")]
    [InlineData(1, "бір", "бірінші")]
    [InlineData(2, "екі", "екінші")]
    [InlineData(6, "алты", "алтыншы")]
    [InlineData(9, "тоғыз", "тоғызыншы")]
    [InlineData(10, "он", "оныншы")]
    [InlineData(19, "он тоғыз", "он тоғызыншы")]
    [InlineData(20, "жиырма", "жиырмасыншы")]
    [InlineData(40, "қырық", "қырқыншы")]
    [InlineData(50, "елу", "елуінші")]
    [InlineData(100, "жүз", "жүзінші")]
    [InlineData(115, "жүз он бес", "жүз он бесінші")]
    [InlineData(999, "тоғыз жүз тоқсан тоғыз", "тоғыз жүз тоқсан тоғызыншы")]
    [InlineData(1000, "мың", "мыңыншы")]
    [InlineData(2045, "екі мың қырық бес", "екі мың қырық бесінші")]
    [InlineData(1_000_000, "бір миллион", "бір миллионыншы")]
    public void Kazakh_numbers_follow_the_harmony_of_vowels(long number, string cardinal, string ordinal)
    {
        Assert.Equal((cardinal, ordinal), (KazakhNumbers.Cardinal(number), KazakhNumbers.Ordinal(number)));
    }

    [Theory]
    [InlineData("й", "третий")]
    [InlineData("я", "третья")]
    [InlineData("го", "третьего")]
    [InlineData("му", "третьему")]
    [InlineData("м", "третьем")]
    [InlineData("ю", "третью")]
    public void Third_has_endings_of_its_own(string ending, string spoken)
    {
        Assert.Equal(spoken, RussianNumbers.Ordinal(3, ending));
    }
}
