using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Speech.Audio;

public sealed class ActiveSpeechLevelTests
{
    public static TheoryData<string> Recordings => [.. new[] { "ru/greeting", "kk/greeting", "ru/failure", "kk/hold_on", "ru/ask_what" }];

    [Theory]
    [InlineData(0.5, -9.03)]
    [InlineData(0.05, -29.03)]
    [InlineData(0.01, -43.01)]
    public void A_long_tone_has_its_effective_level(double amplitude, double level)
    {
        Assert.Equal(level, ActiveSpeechLevel.Measure(Signals.Tone(1004, 60, 8000, amplitude)), 0.1);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(16000)]
    [InlineData(24000)]
    public void The_rate_of_the_samples_does_not_matter(int rate)
    {
        Assert.Equal(-15.05, ActiveSpeechLevel.Measure(Signals.Tone(440, 60, rate, 0.25)), 0.1);
    }

    [Fact]
    public void Long_pauses_do_not_count_and_short_ones_do()
    {
        // One second of tone in four: the mean of all is 6 dB lower, the active level only by the hangover of 0.2 s after each second.
        var seldom = Signals.Make(60, 8000, (time, _) => time % 4 < 1 ? 0.25 * Math.Sin(2 * Math.PI * 440 * time) : 0);
        var often = Signals.Make(60, 8000, (time, _) => time % 0.2 < 0.1 ? 0.25 * Math.Sin(2 * Math.PI * 440 * time) : 0);

        Assert.InRange(ActiveSpeechLevel.Measure(seldom), -16.6, -15.8);
        Assert.Equal(-21.07, AudioLevel.Measure(seldom.Samples.Span).Rms, 0.1);
        Assert.Equal(-18.06, ActiveSpeechLevel.Measure(often), 0.2);
    }

    [Fact]
    public void Faint_noise_in_the_pauses_is_no_speech()
    {
        var speech = Signals.Make(30, 8000, (time, random) => (time % 3 < 1 ? 0.25 * Math.Sin(2 * Math.PI * 440 * time) : 0) + 0.002 * (random.NextDouble() - 0.5));

        Assert.InRange(ActiveSpeechLevel.Measure(speech), -16.6, -15.8);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Silence_before_and_after_changes_nothing(string recording)
    {
        var speech = Read(recording);
        var padded = speech with { Samples = (short[])[.. new short[16000], .. speech.Samples.Span, .. new short[40000]] };

        Assert.Equal(ActiveSpeechLevel.Measure(speech), ActiveSpeechLevel.Measure(padded), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Speech_is_brought_to_a_level_from_any_other(string recording)
    {
        var speech = Read(recording);
        foreach (var level in new[] { -35.0, -30, -26 })
        {
            var levelled = ActiveSpeechLevel.To(speech, level, -1);

            Assert.Equal(level, ActiveSpeechLevel.Measure(levelled), 0.1);
            Assert.Equal(-26, ActiveSpeechLevel.Measure(ActiveSpeechLevel.To(levelled, -26, -1)), 0.1);
        }
    }

    [Fact]
    public void The_level_gives_way_before_anything_is_cut_off()
    {
        var speech = Read("kk/hold_on");
        var levelled = ActiveSpeechLevel.To(speech, -12, -3);

        Assert.Equal(-3, AudioLevel.Measure(levelled.Samples.Span).Peak, 0.01);
        Assert.InRange(ActiveSpeechLevel.Measure(levelled), -25, -22);
        Assert.InRange(Signals.SignalToNoise(ActiveSpeechLevel.To(levelled, ActiveSpeechLevel.Measure(speech), -1), speech), 40, 200);
    }

    [Fact]
    public void Silence_stays_silence()
    {
        Assert.Equal(AudioLevel.Silence, ActiveSpeechLevel.Measure(Signals.Silence(1)));
        Assert.Equal(AudioLevel.Silence, ActiveSpeechLevel.Measure(new SpeechAudio(Array.Empty<short>(), 8000)));
        Assert.True(ActiveSpeechLevel.To(Signals.Silence(1), -24, -3).Samples.Span.IndexOfAnyExcept((short)0) < 0);
    }

    private static SpeechAudio Read(string recording) =>
        WavReader.Read(ContentPaths.Find(AppContext.BaseDirectory).Resolve($"prompts/{recording}.wav"));
}
