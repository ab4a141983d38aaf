namespace CallIntake.Engine.Agi.Peer;

/// <content>Playing, waiting for keys, and the recording of both sides.</content>
internal sealed partial class TestCall
{
    private static readonly TimeSpan KeyAfter = TimeSpan.FromSeconds(1);

    private readonly List<string> _played = [];
    private int _playbacks;
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
}
