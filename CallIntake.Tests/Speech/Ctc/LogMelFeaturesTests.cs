using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Ctc;
using CallIntake.Engine.Speech.Recognition;
using Microsoft.ML.OnnxRuntime;

namespace CallIntake.Tests.Speech.Ctc;

/// <summary>The features of GigaAM against the published graph.</summary>
public sealed class LogMelFeaturesTests
{
    private const string Data = "CallIntake.Tests/Speech/Data/";
    private const string Graph = Data + "gigaam_v3.onnx";

    [Theory]
    [InlineData("tiny-gigaam-multilingual/ru.wav", 0)]
    [InlineData("tiny-gigaam-multilingual/kk.wav", 0.001)]
    [InlineData("tiny-t-one/ru.wav", 0.3)]
    public async Task They_are_the_numbers_of_the_published_graph(string name, double noise)
    {
        await using var speech = new SpeechServices();
        var samples = Resampler.ToFloat(WavReader.Read(speech.Content(Data + name)), GigaamModel.SampleRate, 1f / 32768);
        var random = new Random(1);
        samples = [.. samples.Select(sample => sample + (float)(((random.NextDouble() * 2) - 1) * noise))];
        using var graph = new GraphFeatures(new InferenceSession(speech.Content(Graph)));
        using var own = new LogMelFeatures();

        var (expected, actual) = (graph.Read(samples), own.Read(samples));

        Assert.Equal(expected.Dimensions.ToArray(), actual.Dimensions.ToArray());
        var loudest = Enumerable.Range(0, expected.Dimensions[2]).Select(frame => Enumerable.Range(0, 64).Max(band => Math.Exp(expected[0, band, frame]))).ToArray();
        foreach (var (one, other, at) in expected.Zip(actual).Select((pair, index) => (pair.First, pair.Second, index % loudest.Length)))
        {
            // Beside a loud band the logarithm of a silent one is that of its rounding.
            Assert.True(Math.Abs(one - other) < 0.01 || Math.Abs(Math.Exp(one) - Math.Exp(other)) < 1e-6 * loudest[at], $"frame {at}: {one} {other}");
        }
    }

    [Fact]
    public void The_energy_of_a_sum_of_tones_is_that_of_the_transform_in_double_precision()
    {
        var samples = Enumerable.Range(0, 320).Select(i => (float)((0.5 * Math.Sin(0.3 * i)) + (0.01 * Math.Cos(1.9 * i)))).ToArray();
        using var own = new LogMelFeatures();
        var power = Enumerable.Range(0, 161).Select(bin =>
        {
            var sum = System.Numerics.Complex.Zero;
            for (var i = 0; i < 320; i++)
            {
                sum += samples[i] * Brain16.Round(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / 320))) * System.Numerics.Complex.Exp(new System.Numerics.Complex(0, -2 * Math.PI * bin * i / 320));
            }

            return (sum * System.Numerics.Complex.Conjugate(sum)).Real;
        }).ToArray();

        var features = own.Read(samples);

        foreach (var (band, index) in MelBand.Bank(64, 161, 16000).Select((band, index) => (band, index)))
        {
            var energy = band.Weights.Select((weight, i) => weight * power[band.First + i]).Sum();
            Assert.Equal(energy, Math.Exp(features[0, index, 0]), energy * 1e-3 + 1e-8);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(319, 0)]
    [InlineData(320, 1)]
    [InlineData(479, 1)]
    [InlineData(480, 2)]
    public void A_frame_needs_a_whole_window(int samples, int frames)
    {
        using var own = new LogMelFeatures();

        Assert.Equal([1, 64, frames], own.Read(new float[samples]).Dimensions.ToArray());
    }

    [Fact]
    public async Task A_graph_of_the_deployers_is_used_where_it_is_named()
    {
        await using var speech = new SpeechServices(("Speech:Gigaam:Folder", Data + "tiny-gigaam-multilingual"), ("Speech:Gigaam:Features", Graph));
        var audio = WavReader.Read(speech.Content(Data + "tiny-gigaam-multilingual/ru.wav"));

        var heard = await speech.Get<GigaamRecognizer>().RecognizeAsync(audio, new RecognitionRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("на помощь", heard.Text);
    }

    [Fact]
    public async Task Ten_milliseconds_of_sound_are_no_words()
    {
        await using var speech = new SpeechServices(("Speech:Gigaam:Folder", Data + "tiny-gigaam-multilingual"));

        var heard = await speech.Get<GigaamRecognizer>().RecognizeAsync(new SpeechAudio(new short[80], 8000), new RecognitionRequest(), TestContext.Current.CancellationToken);

        Assert.Empty(heard.Words);
    }
}
