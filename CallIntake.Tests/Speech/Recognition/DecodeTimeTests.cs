using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Engine.Speech.Whisper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Speech.Recognition;

/// <summary>The first text in hand is not lost because a better one was looked for.</summary>
public sealed class DecodeTimeTests
{
    private static readonly SpeechRecognition Better = new("да", "ru", 1, 0.9, [], "whisper");

    [Theory]
    [InlineData(2, 20, true)]
    [InlineData(2, 9, true)]
    [InlineData(2, 8.9, false)]
    [InlineData(6, 20, false)]
    [InlineData(21, 20, false)]
    public async Task A_decode_that_will_not_fit_is_not_begun(double first, double deadline, bool begun)
    {
        var time = new FakeTimeProvider();
        var left = new DecodeTime(time, time.GetUtcNow() + TimeSpan.FromSeconds(deadline));
        time.Advance(TimeSpan.FromSeconds(first));

        var heard = await left.TryAsync(3, _ => Task.FromResult(Better), CancellationToken.None);

        Assert.Equal(begun ? Better : null, heard);
    }

    [Fact]
    public async Task Without_a_deadline_it_is_always_made()
    {
        var time = new FakeTimeProvider();
        var left = new DecodeTime(time, null);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Better, await left.TryAsync(3, _ => Task.FromResult(Better), CancellationToken.None));
    }

    [Fact]
    public async Task A_decode_that_takes_too_long_is_stopped_a_second_before_the_deadline()
    {
        var time = new FakeTimeProvider();
        var decoding = new DecodeTime(time, time.GetUtcNow() + TimeSpan.FromSeconds(20)).TryAsync(3, NeverAsync, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(18.9));
        Assert.False(decoding.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Null(await decoding);
    }

    [Fact]
    public async Task A_turn_that_is_given_up_is_given_up()
    {
        using var stopped = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var decoding = new DecodeTime(time, time.GetUtcNow() + TimeSpan.FromSeconds(20)).TryAsync(3, NeverAsync, stopped.Token);

        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decoding);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task The_recogniser_gives_its_first_text_when_the_deadline_comes_in_its_second_decode(int secondsLeft)
    {
        // The clock of the test jumps past the deadline while the model decodes, be it for the first or for the second time.
        var time = new FakeTimeProvider();
        await using var speech = new SpeechServices(services => services.AddSingleton<TimeProvider>(time));
        var whisper = speech.Get<WhisperRecognizer>();
        var audio = WavReader.Read(speech.Content("samples/02-noise-turn-3.wav"));
        var tuning = WhisperTuning.From(speech.Get<IOptions<WhisperOptions>>().Value);
        var first = await whisper.RecognizeAsync(audio, new RecognitionRequest("ru"), tuning with { BeamBelow = 0 }, CancellationToken.None);

        var hearing = whisper.RecognizeAsync(
            audio, new RecognitionRequest("ru", Until: time.GetUtcNow() + TimeSpan.FromSeconds(secondsLeft)), tuning with { BeamBelow = 0.9999 }, CancellationToken.None);
        while (!hearing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(400));
            await Task.Delay(20, CancellationToken.None);
        }

        Assert.Equal((first.Text, first.Confidence), ((await hearing).Text, (await hearing).Confidence));
        Assert.NotEmpty(first.Text);
    }

    private static async Task<SpeechRecognition> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return Better;
    }
}
