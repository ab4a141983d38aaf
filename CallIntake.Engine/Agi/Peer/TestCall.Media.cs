using System.Globalization;

namespace CallIntake.Engine.Agi.Peer;

/// <content>What takes time: playing, recording, waiting, and the recording of both sides.</content>
internal sealed partial class TestCall
{
    // Shorter steps cost more than they show.
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RecordingStep = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan KeyAfter = TimeSpan.FromSeconds(1);

    private readonly List<string> _played = [];
    private readonly List<string> _recorded = [];
    private int _playbacks;
    private int _recordings;
    private int _keyWaits;
    private TelephoneWavWriter? _mix;
    private string? _mixPath;
    private TimeSpan _mixedUntil;

    private async Task<PeerReply> StreamFileAsync(string name)
    {
        _playbacks++;
        var path = name + ".wav";
        if (!Path.IsPathFullyQualified(path) || TelephoneWav.ReadPlayable(path) is not { } sound)
        {
            violations.Add("no 8 kHz mono 16-bit WAV to play: " + path);
            return new("200 result=-1 endpos=0");
        }

        _played.Add(path);
        var length = TelephoneWav.Length(sound.Length);
        var cut = plan.HangUp?.Is(TestHangUpMoment.DuringPlayback, _playbacks) == true;
        var (end, passed) = await HoldSoundAsync(cut ? length / 2 : length);
        var heard = (int)Math.Min(TelephoneWav.Samples(passed), sound.Length);
        await MixAsync(sound.AsMemory(0, heard));
        if (end is HoldEnd.Command or HoldEnd.Closed)
        {
            // A new command cuts a playback, which then has no reply.
            return PeerReply.None;
        }

        return cut || end == HoldEnd.HungUp || plan.HangUp?.Is(TestHangUpMoment.AfterPlayback, _playbacks) == true
            ? new($"200 result=-1 endpos={heard}", HangsUp: true)
            : new($"200 result=0 endpos={heard}");
    }

    private async Task<PeerReply> WaitForDigitAsync(TimeSpan timeout)
    {
        var key = _keyWaits < plan.Keys.Count ? plan.Keys[_keyWaits] : null;
        _keyWaits++;
        var cut = plan.HangUp?.Is(TestHangUpMoment.DuringKeyWait, _keyWaits) == true;
        var until = cut || key is not null ? Earliest(timeout / 2, KeyAfter) : timeout;
        var (end, passed) = await HoldSoundAsync(until);
        await MixAsync(new short[TelephoneWav.Samples(passed)]);
        if (end == HoldEnd.Command)
        {
            violations.Add("a command before the reply to WAIT FOR DIGIT");
        }

        return cut || end == HoldEnd.HungUp ? new("200 result=-1", HangsUp: true) : new($"200 result={(int)(key ?? '\0')}");
    }

    private async Task<PeerReply> RecordFileAsync(string name, string format, long timeout, int silenceSeconds)
    {
        _recordings++;
        var path = $"{name}.{format}";
        if (format != "wav" || !Path.IsPathFullyQualified(path) || await OpenRecordingAsync(path) is not { } file)
        {
            violations.Add("cannot record to " + path);
            return new("200 result=-1 (writefile)");
        }

        _recorded.Add(path);
        var maximum = timeout < 0 ? long.MaxValue : TelephoneWav.Samples(TimeSpan.FromMilliseconds(timeout));
        var heard = voice.Next(maximum, silenceSeconds * (long)TelephoneWav.Rate);
        var cut = plan.HangUp?.Is(TestHangUpMoment.DuringRecording, _recordings) == true;
        await using (file)
        {
            var end = await RecordSoundAsync(file, cut ? heard.Samples.AsMemory(0, heard.Samples.Length / 2) : heard.Samples);
            if (cut || end is HoldEnd.HungUp or HoldEnd.Closed || plan.HangUp?.Is(TestHangUpMoment.AfterRecording, _recordings) == true)
            {
                return new($"200 result=-1 (hangup) endpos={file.Samples}", HangsUp: end != HoldEnd.Closed);
            }

            // Asterisk takes the silence that ended it back off the file, all but the last second.
            var clock = TelephoneWav.Length(file.Samples);
            file.Truncate(heard.EndedBySilence ? file.Samples - ((silenceSeconds - 1) * (long)TelephoneWav.Rate) : file.Samples);
            var left = heard.EndedBySilence && timeout > 0 ? Math.Max(0, timeout - (long)clock.TotalMilliseconds) : 0;
            return new(string.Create(CultureInfo.InvariantCulture, $"200 result={left} (timeout) endpos={file.Samples}"));
        }
    }

    private async Task<TelephoneWavWriter?> OpenRecordingAsync(string path)
    {
        try
        {
            if (_recordings <= plan.Texts.Count && plan.Texts[_recordings - 1].Length > 0)
            {
                await File.WriteAllTextAsync(Path.ChangeExtension(path, ".txt"), plan.Texts[_recordings - 1], CancellationToken.None);
            }

            return await TelephoneWavWriter.CreateAsync(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<HoldEnd> RecordSoundAsync(TelephoneWavWriter file, ReadOnlyMemory<short> sound)
    {
        var step = RecordingStep > ShortestStep * plan.Speed ? RecordingStep : ShortestStep * plan.Speed;
        var samples = (int)Math.Clamp(TelephoneWav.Samples(step), 1, int.MaxValue);
        var started = Now;
        var end = HoldEnd.Elapsed;
        for (var at = 0; at < sound.Length && end == HoldEnd.Elapsed; at += samples)
        {
            var piece = sound.Slice(at, Math.Min(samples, sound.Length - at));
            end = await HoldAsync(started + (TelephoneWav.Length(at + piece.Length) / plan.Speed) - Now);
            if (end == HoldEnd.Command)
            {
                // Asterisk does not look at commands meanwhile; the next step would see the same one.
                violations.Add("a command before the reply to RECORD FILE");
                return end;
            }

            await file.AppendAsync(piece);
            await MixAsync(piece);
        }

        return end;
    }

    private async Task<PeerReply> ExecuteAsync(string application, string arguments)
    {
        if (!Is(application, "MixMonitor"))
        {
            violations.Add("unknown application: " + application);
            return new("200 result=-2");
        }

        // MixMonitor makes folders and says 0 even where it could not.
        var path = arguments.Split(',')[0];
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await FinishMixAsync();
            _mix = await TelephoneWavWriter.CreateAsync(path);
            _mixPath = path;
            _mixedUntil = Now;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            violations.Add("cannot record to " + path);
        }

        return new("200 result=0");
    }

    /// <summary>What was heard since the last piece, after the silence in which the engine was thinking.</summary>
    private async Task MixAsync(ReadOnlyMemory<short> sound)
    {
        if (_mix is null)
        {
            return;
        }

        var thinking = Now - _mixedUntil - (TelephoneWav.Length(sound.Length) / plan.Speed);
        if (thinking > TimeSpan.FromMilliseconds(20))
        {
            await _mix.AppendSilenceAsync(thinking);
        }

        await _mix.AppendAsync(sound);
        _mixedUntil = Now;
    }

    private async Task FinishMixAsync()
    {
        if (_mix is { } mix)
        {
            _mix = null;
            await mix.DisposeAsync();
        }
    }

    /// <summary>Lets sound of this length pass at the plan's speed; tells how much of it did.</summary>
    private async Task<(HoldEnd End, TimeSpan Passed)> HoldSoundAsync(TimeSpan length)
    {
        var started = Now;
        var end = await HoldAsync(length / plan.Speed);
        return (end, end == HoldEnd.Elapsed ? length : (Now - started) * Math.Min(plan.Speed, 1e6));
    }

    private static int SilenceIn(string[] words)
    {
        foreach (var word in words)
        {
            if (word.StartsWith("s=", StringComparison.Ordinal) && int.TryParse(word.AsSpan(2), CultureInfo.InvariantCulture, out var seconds))
            {
                return Math.Max(0, seconds);
            }
        }

        return 0;
    }
}
