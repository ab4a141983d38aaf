using CallIntake.Engine.Conversation;
using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Text;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech;

/// <summary>More than 500 sounds of a telephone line in which nobody says a word, and speech that is not meant for the service or not whole.</summary>
[Trait("Category", "Long")]
public sealed class NothingInventedTests
{
    // Seen with the bundled model, of twelve each; less is better.
    private const int TelevisionTaken = 4;
    private const int CutWordsGuessed = 6;

    // What a call itself takes for understood.
    private static readonly double Low = new IntakeOptions().MinimumConfidence;

    [Fact]
    public async Task No_words_come_out_of_sounds_without_speech()
    {
        var sounds = WordlessSounds.All().ToArray();
        Assert.InRange(sounds.Length, 500, 1000);

        var heard = await HearAsync(_ => sounds.Select(sound => (sound.Name, sound.Audio, string.Empty)));

        var words = heard.Where(sound => sound.Heard.HasWords).ToArray();
        Assert.True(words.Length == 0, Tell(words));
        Assert.InRange(heard.Count(sound => sound.Heard.Speech.Count > 0), 0, sounds.Length / 20);
    }

    [Fact]
    public async Task Few_words_of_a_television_next_door_are_taken_for_the_callers()
    {
        var taken = (await HearAsync(FarSpeech.Television)).Where(sound => IsTaken(sound.Heard)).ToArray();

        Assert.True(taken.Length <= TelevisionTaken, Tell(taken));
    }

    [Fact]
    public async Task Speech_cut_at_both_ends_is_flagged_or_was_said()
    {
        var taken = (await HearAsync(FarSpeech.Cut)).Where(sound => IsTaken(sound.Heard)).ToArray();

        // The first and the last word are cut through: what is made of a half of one is a guess.
        var wrong = taken.Where(sound => !FarSpeech.AreSaid(sound.Said, TextFold.Words(sound.Heard.Text)[1..].SkipLast(1))).ToArray();
        Assert.True(wrong.Length == 0, Tell(wrong));
        var guessed = taken.Where(sound => !FarSpeech.AreSaid(sound.Said, TextFold.Words(sound.Heard.Text))).ToArray();
        Assert.True(guessed.Length <= CutWordsGuessed, Tell(guessed));
    }

    [Theory]
    [InlineData("samples/02-noise-turn-3.wav", "да верно", 30)]
    [InlineData("samples/02-noise-turn-3.wav", "да верно", 32)]
    [InlineData("prompts/ru/hold_on.wav", "одну секунду", 31)]
    public async Task A_long_silence_after_speech_adds_no_words(string file, string said, double seconds)
    {
        await using var speech = new SpeechServices();
        var path = Path.Combine(speech.Folder, "tail.wav");
        var spoken = LifeSounds.Followed(WavReader.Read(speech.Content(file)), seconds);
        await WavWriter.WriteTelephoneAsync(path, spoken, CancellationToken.None);

        var heard = await speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);

        Assert.Equal(said, TextFold.Fold(heard.Text));
        Assert.Equal(seconds, heard.Duration.TotalSeconds, 0.01);
    }

    private static async Task<List<(string Name, Transcription Heard, string Said)>> HearAsync(
        Func<ContentPaths, IEnumerable<(string Name, SpeechAudio Audio, string Said)>> sounds)
    {
        await using var speech = new SpeechServices();
        var transcriber = speech.Get<ITranscriber>();
        var path = Path.Combine(speech.Folder, "sound.wav");
        var all = new List<(string, Transcription, string)>();
        foreach (var (name, audio, said) in sounds(speech.Get<ContentPaths>()))
        {
            await WavWriter.WriteTelephoneAsync(path, audio, CancellationToken.None);
            all.Add((name, await transcriber.TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None), said));
        }

        return all;
    }

    // Neither asked for again nor sent to a human for its language.
    private static bool IsTaken(Transcription heard) => heard is { HasWords: true, Understood: true } && heard.Recognition.Confidence >= Low;

    private static string Tell(IEnumerable<(string Name, Transcription Heard, string Said)> sounds) =>
        string.Join('\n', sounds.Select(sound => $"{sound.Name}: {sound.Heard.Text} ({sound.Heard.Recognition.Confidence:0.00}), said: {sound.Said}"));
}
