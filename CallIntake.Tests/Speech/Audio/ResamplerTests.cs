using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;

namespace CallIntake.Tests.Speech.Audio;

public sealed class ResamplerTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(3400)]
    public void Telephone_audio_keeps_its_shape_and_timing_at_16_kHz(double hertz)
    {
        var wide = Resampler.To(Signals.Tone(hertz, 1), 16000);

        Assert.InRange(Signals.SignalToNoise(Signals.Tone(hertz, 1, 16000), wide), 50, 1000);
    }

    [Theory]
    [InlineData(22050, 300)]
    [InlineData(22050, 1000)]
    [InlineData(22050, 3300)]
    [InlineData(24000, 3300)]
    [InlineData(44100, 1000)]
    [InlineData(16000, 3300)]
    public void Wide_audio_keeps_the_telephone_band_at_8_kHz(int rate, double hertz)
    {
        var narrow = Resampler.To(Signals.Tone(hertz, 1, rate), 8000);

        Assert.InRange(Signals.SignalToNoise(Signals.Tone(hertz, 1), narrow), 40, 1000);
    }

    [Theory]
    [InlineData(22050, 5000)]
    [InlineData(22050, 7500)]
    [InlineData(24000, 6000)]
    [InlineData(16000, 5000)]
    public void What_lies_above_the_telephone_band_does_not_fold_back(int rate, double hertz)
    {
        var before = Signals.Tone(hertz, 1, rate);
        var after = Resampler.To(before, 8000);

        Assert.True(AudioLevel.Measure(Middle(after)).Rms < AudioLevel.Measure(before.Samples.Span).Rms - 50);
    }

    [Fact]
    public void Up_and_down_again_gives_the_same_audio()
    {
        var original = Signals.Make(1, 8000, (t, _) => 0.2 * (Math.Sin(2 * Math.PI * 440 * t) + Math.Sin(2 * Math.PI * 1870 * t) + Math.Sin(2 * Math.PI * 2950 * t)));

        var back = Resampler.To(Resampler.To(original, 16000), 8000);

        Assert.InRange(Signals.SignalToNoise(original, back), 45, 1000);
    }

    [Fact]
    public void Any_length_comes_out_in_proportion()
    {
        for (var length = 0; length < 5000; length += 37)
        {
            var audio = new SpeechAudio(new short[length], 8000);
            Assert.Equal(length * 2, Resampler.To(audio, 16000).Samples.Length);
            Assert.Equal(length * 80 / 441, Resampler.To(audio with { SampleRate = 44100 }, 8000).Samples.Length);
        }

        foreach (var length in new[] { 4095, 4096, 4097, 8191, 8192, 8193, 100_001 })
        {
            Assert.Equal(length * 2, Resampler.To(new SpeechAudio(new short[length], 8000), 16000).Samples.Length);
        }
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Equal(0, Resampler.To(new SpeechAudio(Array.Empty<short>(), 22050), 8000).Samples.Length);
    }

    private static ReadOnlySpan<short> Middle(SpeechAudio audio) => audio.Samples.Span[400..^400];
}
