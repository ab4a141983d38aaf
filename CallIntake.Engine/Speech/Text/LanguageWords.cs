using System.Buffers;

namespace CallIntake.Engine.Speech.Text;

/// <summary>Which words are Russian and which Kazakh, by lists of frequent ones, by endings and by letters. Words are folded. Pure.</summary>
internal static class LanguageWords
{
    // Kazakh as a recogniser spells it that has no Kazakh letters; words that are Russian too (он, бес) are no evidence.
    private const string OwnLetters = "әғқңөұүһі";
    private const string RussianLetters = "агкноуухи";

    private static readonly SearchValues<char> KazakhLetters = SearchValues.Create(OwnLetters);

    private static readonly HashSet<string> Kazakh = Words("""
        мен сен ол олар мені маған сіз сізге біз бізге бар болып болды болыңыз жатыр отыр отырмын тұр тұрмын осы осында мұнда мына келді келіңіз
        алып бала балам балалар қызым ұлым адам адамдар шал апа ата ағам анам әкем көрші көршім көршілер пышақ мас тез тезірек жібер кетті салып
        шығып жылап ұрып қазір біреу бір екі төрт алты жеті сегіз тоғыз жиырма отыз қырық елу жүз иә жоқ рахмет сау дұрыс көмектесіңіз
        көмектесіңізші көше көшесі көшесінде пәтер үйге үйде полицияға машинада кешіріңіз сәлеметсіз
        """);

    private static readonly HashSet<string> KazakhSpelledInRussian = [.. Kazakh.Select(InRussianLetters)];

    private static readonly string[] KazakhEndings = ["мын", "мыз", "сыз", "ныз", "нын", "дын", "ып"];

    private static readonly HashSet<string> Russian = Words("""
        на не что она они мы вы мне меня нас вас нам вам вами нами тебя себя это этот эта эти того том тем как там тут вот да нет здесь сейчас уже
        еще из за по от до под над без для при или если же бы то так тоже где когда кто чем все всех его ее их нее ней них ним мной этого этой мой моя
        можно нельзя надо нужна нужно нужен есть будет будут чтобы потому только через после перед между рядом возле около напротив назад очень
        просто реально пожалуйста здравствуйте помогите срочно сегодня вчера завтра ночи ночью утра вечера час часа часов минут
        дом дома доме двор дворе улица улице улицы проспект микрорайон квартира подъезд подъезде этаж этаже корпус адрес город
        человек человеком люди людей ребенок ребенка дети дочь сын мать отец брат сестра муж жена мужчина женщина парень соседи сосед
        телефон телефона полиция полицию помощь скорая пожар банк банка деньги денег кровь нож ножом оружие оружия дверь драка дерутся авария
        машина машины был была было были говорит звонит стоит живой сколько опасность пострадавших служба секунду кнопку разговор линии алло верно неверно
        один два три четыре пять шесть семь восемь девять десять сорок девяносто сто двести триста тысяч первый второй третий
        """);

    private static readonly string[] RussianEndings =
    [
        "ть", "сть", "тся", "ться", "ся", "сь", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "ое", "ые", "ие", "ию", "ией", "аю", "яю", "ую", "ью", "их", "ет", "ют", "ит",
        "ят", "ешь", "шь", "ите", "йте", "ил", "ел", "ла", "ло", "ли", "ами", "ями", "ими", "ыми", "ах", "ях", "ых", "ов", "ев", "ция",
        "ние", "ения", "ением", "ком", "цать", "десят", "сот",
    ];

    /// <summary>Whether a word is Kazakh, also where it is spelled with Russian letters.</summary>
    public static bool IsKazakh(string word) =>
        word.AsSpan().ContainsAny(KazakhLetters) || Kazakh.Contains(word) || KazakhSpelledInRussian.Contains(word) || EndsLike(word, KazakhEndings);

    /// <summary>Whether a word is Russian. A single letter never is: recognisers put и, а, к everywhere.</summary>
    public static bool IsRussian(string word) => word.Length > 1 && (Russian.Contains(word) || EndsLike(word, RussianEndings));

    /// <summary>Whether a letter belongs to neither alphabet: Latin, Chinese, or the sign for a character that was damaged.</summary>
    public static bool IsForeign(char letter) =>
        letter == '\uFFFD' || (char.IsLetter(letter) && letter is (< '\u0400' or > '\u04FF'));

    private static string InRussianLetters(string word) =>
        string.Concat(word.Select(letter => OwnLetters.IndexOf(letter, StringComparison.Ordinal) is var i and >= 0 ? RussianLetters[i] : letter));

    private static bool EndsLike(string word, string[] endings) =>
        Array.Exists(endings, ending => word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal));

    private static HashSet<string> Words(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
