using System.Buffers.Binary;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using CallIntake.Tests.Speech.Audio;

namespace CallIntake.Tests.Speech;

/// <summary>Recordings that are unusual, and such that claim or have far too much.</summary>
public sealed class BadRecordingTests
{
    private const int HeaderBytes = 44;

    [Fact]
    public async Task A_recording_of_96_kHz_and_five_channels_is_heard_like_the_telephone()
    {
        await using var speech = new SpeechServices(("Speech:Whisper:Model", "models/there-is-none.bin"));
        var path = Path.Combine(speech.Folder, "wide.wav");
        var tone = Signals.Tone(440, 0.5, 96000);
        var data = new byte[tone.Samples.Length * 5 * 2];
        for (var i = 0; i < tone.Samples.Length * 5; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(i * 2), tone.Samples.Span[i / 5]);
        }

        await File.WriteAllBytesAsync(path, [.. Header(5, 96000, (uint)data.Length), .. data]);

        var audio = WavReader.Read(path);
        Assert.Equal(96000, audio.SampleRate);
        Assert.InRange(Signals.SignalToNoise(tone, audio), 80, 400);
        var heard = await HearAsync(speech, path);
        Assert.Equal((tone.Duration, false, true), (heard.Duration, heard.HasWords, heard.HasSound));
    }

    [Fact]
    public async Task A_recording_without_a_sample_is_silence()
    {
        await using var speech = new SpeechServices(("Speech:Whisper:Model", "models/there-is-none.bin"));
        var path = Path.Combine(speech.Folder, "empty.wav");
        await File.WriteAllBytesAsync(path, Header(1, 8000, 0));

        var heard = await HearAsync(speech, path);

        Assert.Equal((TimeSpan.Zero, false, false), (heard.Duration, heard.HasWords, heard.HasSound));
    }

    [Theory]
    [InlineData(14400u * 16000u)]
    [InlineData(0u)]
    [InlineData(0xffffffffu)]
    public async Task Four_hours_are_refused_with_the_limit_and_its_key_before_they_are_read(uint claimed)
    {
        await using var speech = new SpeechServices();
        var path = Path.Combine(speech.Folder, "day.wav");
        await WriteSparseAsync(path, claimed, TimeSpan.FromHours(4));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var hearing = speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        var error = await Assert.ThrowsAsync<SpeechException>(() => hearing);
        Assert.Contains("day.wav: 04:00:00 of sound are more than the 01:00:00 that are heard (Speech:Recognition:LongestRecording)", error.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 20_000_000);
    }

    [Fact]
    public async Task A_short_recording_whose_header_claims_four_hours_is_read_as_far_as_it_goes()
    {
        await using var speech = new SpeechServices(("Speech:Whisper:Model", "models/there-is-none.bin"));
        var path = Path.Combine(speech.Folder, "claims.wav");
        await WriteSparseAsync(path, 14400u * 16000u, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(2), (await HearAsync(speech, path)).Duration);
    }

    [Fact]
    public async Task The_longest_recording_is_configured()
    {
        await using var speech = new SpeechServices(("Speech:Recognition:LongestRecording", "00:00:10"), ("Speech:Whisper:Model", "models/there-is-none.bin"));
        var path = Path.Combine(speech.Folder, "long.wav");

        await WriteSparseAsync(path, 0, TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), (await HearAsync(speech, path)).Duration);

        await WriteSparseAsync(path, 0, TimeSpan.FromSeconds(11));
        await Assert.ThrowsAsync<SpeechException>(() => HearAsync(speech, path));
    }

    private static Task<Transcription> HearAsync(SpeechServices speech, string path) =>
        speech.Get<ITranscriber>().TranscribeAsync(path, new RecognitionRequest(), CancellationToken.None);

    private static async Task WriteSparseAsync(string path, uint claimed, TimeSpan duration)
    {
        await File.WriteAllBytesAsync(path, Header(1, 8000, claimed));
        await using var file = File.OpenWrite(path);
        file.SetLength(HeaderBytes + ((long)duration.TotalSeconds * 16000));
    }

    private static byte[] Header(ushort channels, int rate, uint dataBytes)
    {
        var header = new byte[HeaderBytes];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), dataBytes == 0 ? 36 : dataBytes);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), rate * channels * 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(channels * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }
}
