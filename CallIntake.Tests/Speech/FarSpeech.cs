using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Text;

namespace CallIntake.Tests.Speech;

/// <summary>Recorded phrases as a line may carry them without anybody telling the service anything: from a TV next door, or cut at both ends.</summary>
internal static class FarSpeech
{
    private static readonly string[] Phrases =
        ["ask_address", "ask_danger", "ask_what", "confirm_address_after", "goodbye", "greeting", "hold_on", "operators_busy", "press_any_key", "repeat", "to_operator", "what_where"];

    /// <summary>Phrases through a wall and an echoing room, peaks at two quiet levels in turn.</summary>
    public static IEnumerable<(string Name, SpeechAudio Audio, string Said)> Television(ContentPaths paths) =>
        Read(paths).Select((phrase, i) => ($"tv {phrase.Name}", NextDoor(phrase.Audio, i % 2 == 0 ? 0.003 : 0.012), phrase.Said));

    /// <summary>0.7 or 1.3 s from the middle of phrases, begun and ended within words.</summary>
    public static IEnumerable<(string Name, SpeechAudio Audio, string Said)> Cut(ContentPaths paths) =>
        Read(paths).Select((phrase, i) => ($"cut {phrase.Name}", Part(phrase.Audio, 0.35, i % 2 == 0 ? 0.7 : 1.3), phrase.Said));

    /// <summary>Whether each word is one of those said, the end or the beginning of one, or one letter away.</summary>
    public static bool AreSaid(string said, IEnumerable<string> words) => words.All(word => TextFold.Words(said).Any(other =>
        other.StartsWith(word, StringComparison.Ordinal) || other.EndsWith(word, StringComparison.Ordinal) || ErrorRate.OfLetters(other, word).Errors <= 1));

    private static (string Name, SpeechAudio Audio, string Said)[] Read(ContentPaths paths)
    {
        var said = File.ReadLines(paths.Resolve("prompts/prompts.tsv")).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => TextFold.Fold(row[1]));
        return [.. Phrases.Select(name => (name, WavReader.Read(paths.Resolve($"prompts/ru/{name}.wav")), said[name]))];
    }

    private static SpeechAudio Part(SpeechAudio audio, double start, double seconds)
    {
        var first = (int)(audio.Samples.Length * start);
        return audio with { Samples = audio.Samples.Slice(first, Math.Min((int)(seconds * audio.SampleRate), audio.Samples.Length - first)) };
    }

    // A wall lets little through above 500 Hz; the room answers after 23, 41, 67 and 97 ms.
    private static SpeechAudio NextDoor(SpeechAudio audio, double peak)
    {
        var pass = 1 - Math.Exp(-2 * Math.PI * 500 / audio.SampleRate);
        var sound = new double[audio.Samples.Length + audio.SampleRate / 2];
        var (one, two) = (0.0, 0.0);
        for (var i = 0; i < sound.Length; i++)
        {
            one += pass * ((i < audio.Samples.Length ? audio.Samples.Span[i] : 0) - one);
            two += pass * (one - two);
            sound[i] = two + new[] { 23, 41, 67, 97 }.Select(delay => i - delay * audio.SampleRate / 1000).Where(at => at >= 0).Sum(at => 0.17 * sound[at]);
        }

        var loudest = sound.Max(Math.Abs);
        var random = new Random(1);
        return audio with { Samples = sound.Select(value => (short)(value / loudest * peak * 32767 + random.Next(-15, 16))).ToArray() };
    }
}
