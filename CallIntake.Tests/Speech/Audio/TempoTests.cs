using CallIntake.Engine.Hosting;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Speech.Audio;

public sealed class TempoTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1.25)]
    [InlineData(2)]
    public void A_tone_gets_longer_or_shorter_and_keeps_pitch_and_level(double speed)
    {
        var tone = Signals.Tone(330, 3, 22050, 0.25);
        var changed = Tempo.Change(tone, speed);

        Assert.Equal(3 / speed, changed.Duration.TotalSeconds, 0.001);
        Assert.Equal(330, Pitch(changed), 3.0);
        Assert.Equal(-15.05, AudioLevel.Measure(changed.Samples.Span[..^1000]).Rms, 0.3);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(1.5)]
    public void Speech_keeps_its_level_and_nothing_clicks(double speed)
    {
        var speech = WavReader.Read(ContentPaths.Find(AppContext.BaseDirectory).Resolve("prompts/ru/greeting.wav"));
        var changed = Tempo.Change(speech, speed);

        Assert.Equal(speech.Duration.TotalSeconds / speed, changed.Duration.TotalSeconds, 0.001);
        Assert.Equal(ActiveSpeechLevel.Measure(speech), ActiveSpeechLevel.Measure(changed), 1.0);
        Assert.InRange(SteepestStep(changed), 0, SteepestStep(speech) * 1.2);
    }

    [Fact]
    public void The_usual_tempo_and_a_moments_sound_are_left_as_they_are()
    {
        var tone = Signals.Tone(330, 1);
        var click = Signals.Tone(330, 0.01);

        Assert.Same(tone, Tempo.Change(tone, 1));
        Assert.Same(click, Tempo.Change(click, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tempo.Change(tone, 3));
    }

    private static int SteepestStep(SpeechAudio audio)
    {
        var steepest = 0;
        for (var i = 1; i < audio.Samples.Length; i++)
        {
            steepest = Math.Max(steepest, Math.Abs(audio.Samples.Span[i] - audio.Samples.Span[i - 1]));
        }

        return steepest;
    }

    private static double Pitch(SpeechAudio audio)
    {
        var rises = 0;
        for (var i = 1; i < audio.Samples.Length; i++)
        {
            rises += audio.Samples.Span[i - 1] < 0 && audio.Samples.Span[i] >= 0 ? 1 : 0;
        }

        return rises / audio.Duration.TotalSeconds;
    }
}
