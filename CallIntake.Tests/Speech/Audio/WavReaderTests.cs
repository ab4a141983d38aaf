using System.Buffers.Binary;
using CallIntake.Engine.Speech;
using CallIntake.Engine.Speech.Audio;
using NAudio.Codecs;

namespace CallIntake.Tests.Speech.Audio;

public sealed class WavReaderTests
{
    private static readonly SpeechAudio Tone = Signals.Tone(440, 0.5);

    [Theory]
    [InlineData(1, 8, 30)]
    [InlineData(1, 16, 90)]
    [InlineData(1, 24, 90)]
    [InlineData(1, 32, 90)]
    [InlineData(3, 32, 90)]
    [InlineData(3, 64, 90)]
    [InlineData(6, 8, 30)]
    [InlineData(7, 8, 30)]
    public void Every_coding_gives_the_same_sound(int tag, int bits, double decibels)
    {
        var read = WavReader.Parse(Wav(tag, bits, 1, 8000, Encode(tag, bits)), "x.wav");

        Assert.InRange(Signals.SignalToNoise(Tone, read), decibels, 400);
    }

    [Fact]
    public void Channels_are_mixed_to_one()
    {
        var stereo = new byte[Tone.Samples.Length * 4];
        for (var i = 0; i < Tone.Samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(stereo.AsSpan(i * 4), Tone.Samples.Span[i]);
        }

        var read = WavReader.Parse(Wav(1, 16, 2, 8000, stereo), "x.wav");

        Assert.Equal(Tone.Samples.Length, read.Samples.Length);
        Assert.Equal(AudioLevel.Measure(Tone.Samples.Span).Rms - 6, AudioLevel.Measure(read.Samples.Span).Rms, 0.1);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x7ffff000u)]
    [InlineData(0xffffffffu)]
    public void Length_fields_that_are_empty_or_nonsense_are_not_believed(uint length)
    {
        var wav = WavWriter.ToBytes(Tone);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(4), length);
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(40), length);

        Assert.Equal(Tone.Samples.ToArray(), WavReader.Parse(wav, "x.wav").Samples.ToArray());
    }

    [Fact]
    public void A_growing_file_gives_what_is_there_and_no_half_sample()
    {
        var wav = WavWriter.ToBytes(Tone);

        Assert.Equal(Tone.Samples.ToArray()[..500], WavReader.Parse(wav.AsSpan(0, 44 + 1001), "x.wav").Samples.ToArray());
    }

    [Fact]
    public void Chunks_that_are_not_known_are_passed_over()
    {
        var wav = WavWriter.ToBytes(Tone);
        byte[] withList = [.. wav[..12], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. wav[12..]];

        Assert.Equal(Tone.Samples.ToArray(), WavReader.Parse(withList, "x.wav").Samples.ToArray());
    }

    [Fact]
    public void The_extensible_format_is_read()
    {
        var wav = WavWriter.ToBytes(Tone);
        byte[] format = [0xFE, 0xFF, .. wav[22..36], 22, 0, 16, 0, 4, 0, 0, 0, 1, 0, .. new byte[14]];
        byte[] extensible = [.. wav[..16], (byte)format.Length, 0, 0, 0, .. format, .. wav[36..]];

        Assert.Equal(Tone.Samples.ToArray(), WavReader.Parse(extensible, "x.wav").Samples.ToArray());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "begins with hell")]
    [InlineData("ID3v2 and music", "an MP3 file")]
    [InlineData("OggS and more bytes", "an Ogg file")]
    [InlineData("RIFF1234WAVE", "without a format")]
    public void What_is_no_WAV_is_named(string content, string cause)
    {
        var error = Assert.Throws<SpeechException>(() => WavReader.Parse(System.Text.Encoding.Latin1.GetBytes(content), "call.wav"));

        Assert.Contains("call.wav", error.Message, StringComparison.Ordinal);
        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(49, 16, 1, 8000, "coding 49")]
    [InlineData(1, 12, 1, 8000, "12 bits")]
    [InlineData(1, 16, 0, 8000, "0 channels")]
    [InlineData(1, 16, 9, 8000, "9 channels")]
    [InlineData(1, 16, 1, 100, "100 Hz")]
    public void Formats_that_make_no_sense_are_named(int tag, int bits, int channels, int rate, string cause)
    {
        var error = Assert.Throws<SpeechException>(() => WavReader.Parse(Wav(tag, bits, channels, rate, new byte[100]), "call.wav"));

        Assert.Contains(cause, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_with_its_name()
    {
        Assert.Contains("nowhere.wav", Assert.Throws<SpeechException>(() => WavReader.Read("nowhere.wav")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_file_is_written_whole_and_read_back()
    {
        var folder = Directory.CreateTempSubdirectory("speech").FullName;
        var path = Path.Combine(folder, "sub", "out.wav");

        await WavWriter.WriteTelephoneAsync(path, Signals.Tone(440, 0.5, 22050), CancellationToken.None);

        var read = WavReader.Read(path);
        Assert.Equal(8000, read.SampleRate);
        Assert.Equal(path, read.Path);
        Assert.InRange(Signals.SignalToNoise(Tone, read), 40, 1000);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_with_its_name()
    {
        var error = await Assert.ThrowsAsync<SpeechException>(() =>
            WavWriter.WriteTelephoneAsync("/dev/null/out.wav", Tone, CancellationToken.None));

        Assert.Contains("/dev/null/out.wav", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Encode(int tag, int bits)
    {
        var data = new byte[Tone.Samples.Length * bits / 8];
        for (var i = 0; i < Tone.Samples.Length; i++)
        {
            Encode(tag, bits, Tone.Samples.Span[i]).CopyTo(data, i * bits / 8);
        }

        return data;
    }

    private static byte[] Encode(int tag, int bits, short sample) => (tag, bits) switch
    {
        (6, _) => [ALawEncoder.LinearToALawSample(sample)],
        (7, _) => [MuLawEncoder.LinearToMuLawSample(sample)],
        (3, 32) => BitConverter.GetBytes(sample / 32768f),
        (3, _) => BitConverter.GetBytes(sample / 32768d),
        (_, 8) => [(byte)(Math.Round(sample / 256.0) + 128)],
        (_, 16) => BitConverter.GetBytes(sample),
        (_, 24) => [0, (byte)sample, (byte)(sample >> 8)],
        _ => BitConverter.GetBytes(sample << 16),
    };

    private static byte[] Wav(int tag, int bits, int channels, int rate, byte[] data)
    {
        var header = WavWriter.ToBytes(new SpeechAudio(Array.Empty<short>(), rate));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), (short)tag);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), (short)bits);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), data.Length);
        return [.. header, .. data];
    }
}
