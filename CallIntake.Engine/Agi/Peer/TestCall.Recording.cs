using System.Globalization;

namespace CallIntake.Engine.Agi.Peer;

/// <content>RECORD FILE.</content>
internal sealed partial class TestCall
{
    // Shorter steps cost more than they show.
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RecordingStep = TimeSpan.FromMilliseconds(200);

    private readonly List<string> _recorded = [];
    private int _recordings;

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
