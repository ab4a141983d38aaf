using System.Diagnostics;
using System.Globalization;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Ctc;
using CallIntake.Engine.Speech.Recognition;

namespace CallIntake.Tests.Speech.Ctc;

/// <summary>
/// What the CTC recognisers cost besides the model: resampling, features, decoding, words. The stand-in models are so small that the whole
/// of a recognition is measured and still bounds it from above. Not part of a normal run.
/// </summary>
public sealed class CtcBenchmark(ITestOutputHelper output)
{
    private const string Data = "CallIntake.Tests/Speech/Data/";
    private const int Seconds = 10;
    private const int Runs = 100;

    [Fact(Explicit = true)]
    public async Task A_second_of_audio()
    {
        await using var speech = new SpeechServices(
            ("Speech:Gigaam:Folder", Data + "tiny-gigaam-multilingual"), ("Speech:Tone:Folder", Data + "tiny-t-one"),
            ("Speech:Gigaam:Threads", "1"), ("Speech:Tone:Threads", "1"));
        await MeasureAsync(speech.Get<GigaamRecognizer>(), Repeat(WavReader.Read(speech.Content(Data + "tiny-gigaam-multilingual/ru.wav"))));
        await MeasureAsync(speech.Get<ToneRecognizer>(), Repeat(WavReader.Read(speech.Content(Data + "tiny-t-one/ru.wav"))));
    }

    private static SpeechAudio Repeat(SpeechAudio audio)
    {
        var samples = new short[Seconds * audio.SampleRate];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = audio.Samples.Span[i % audio.Samples.Length];
        }

        return new SpeechAudio(samples, audio.SampleRate);
    }

    private async Task MeasureAsync(ISpeechRecognizer recognizer, SpeechAudio audio)
    {
        List<double> times = [];
        for (var run = -10; run < Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            var heard = await recognizer.RecognizeAsync(audio, new RecognitionRequest(), TestContext.Current.CancellationToken);
            Assert.NotEmpty(heard.Words);
            if (run >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / Seconds);
            }
        }

        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{recognizer.Name}: ms for a second of audio, model included, n {Runs}: p50 {times[Runs / 2]:0.00}, p95 {times[Runs * 95 / 100]:0.00}"));
    }
}
