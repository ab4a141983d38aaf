using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Tests.Speech.Audio;
using CallIntake.Tests.Speech.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CallIntake.Tests.Speech.Synthesis;

/// <summary>Voices that hang: the next one must still have time to speak. The clock is the test's.</summary>
public sealed class VoiceChainTests
{
    [Fact]
    public async Task A_server_that_hangs_leaves_the_program_behind_it_time_to_speak_and_is_soon_left_alone()
    {
        var time = new FakeTimeProvider();
        await using var server = await FakeSpeechServer.StartAsync();
        await using var speech = new SpeechServices(
            services => services.AddSingleton<TimeProvider>(time),
            ("Speech:Piper:Endpoint", server.Address), ("Speech:Piper:Deadline", "00:00:02"), ("Speech:Synthesis:Deadline", "00:00:04"),
            ("Speech:Synthesis:Chains:ru:0", "piper"), ("Speech:Synthesis:Chains:ru:1", "espeak"));
        server.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        for (var sentence = 1; sentence <= 3; sentence++)
        {
            var speaking = speech.Get<ISpeechOutput>().SpeakAsync($"Дом {sentence}.", "ru", CancellationToken.None);
            await server.WaitForAsync(sentence);
            time.Advance(TimeSpan.FromSeconds(2));
            Assert.NotNull(await speaking);
        }

        Assert.NotNull(await speech.Get<ISpeechOutput>().SpeakAsync("Дом 4.", "ru", CancellationToken.None));
        Assert.Equal(3, server.Asked.Count);
    }

    [Fact]
    public async Task Voices_that_do_not_even_stop_leave_the_last_one_its_share()
    {
        var time = new FakeTimeProvider();
        var first = new FakeVoice();
        var second = new FakeVoice();
        var last = new FakeVoice(Signals.Tone(440, 1));
        await using var speech = Voices(time, first, second, last);

        var speaking = speech.Get<ISpeechOutput>().SpeakAsync("Дом.", "ru", CancellationToken.None);
        await first.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(2.5));
        await second.Asked.Task;
        Assert.False(last.Asked.Task.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.75));

        Assert.NotNull(await speaking);
    }

    [Fact]
    public async Task When_all_hang_the_sentence_is_left_out_at_the_deadline()
    {
        var time = new FakeTimeProvider();
        FakeVoice[] voices = [new(), new(), new()];
        await using var speech = Voices(time, voices);

        var speaking = speech.Get<ISpeechOutput>().SpeakAsync("Дом.", "ru", CancellationToken.None);
        foreach (var (voice, seconds) in voices.Zip([2.5, 0.75, 0.75]))
        {
            await voice.Asked.Task;
            time.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Null(await speaking);
    }

    private static SpeechServices Voices(FakeTimeProvider time, params FakeVoice[] voices) => new(
        services =>
        {
            services.AddSingleton<TimeProvider>(time);
            foreach (var (voice, i) in voices.Select((voice, i) => (voice, i)))
            {
                services.AddKeyedSingleton<ISpeechSynthesizer>($"fake{i}", voice);
                services.AddSingleton(new CallIntake.Engine.Speech.Synthesis.SynthesizerRegistration($"fake{i}"));
            }
        },
        [("Speech:Synthesis:Deadline", "00:00:04"), .. voices.Select((_, i) => ($"Speech:Synthesis:Chains:ru:{i}", $"fake{i}"))]);

    /// <summary>Speaks a sound, or hangs where it has none and does not stop when told.</summary>
    private sealed class FakeVoice(SpeechAudio? sound = null) : ISpeechSynthesizer
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "fake";

        public bool IsAvailable => true;

        public Task<SpeechAudio> SynthesizeAsync(string text, string language, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            return sound is null ? new TaskCompletionSource<SpeechAudio>().Task : Task.FromResult(Resampler.To(sound, WavWriter.TelephoneRate));
        }
    }
}
