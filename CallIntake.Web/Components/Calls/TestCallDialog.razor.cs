using System.Collections.Immutable;
using CallIntake.Engine.Calls;
using CallIntake.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;

namespace CallIntake.Web.Components.Calls;

/// <summary>Chooses what a test call says, and places it.</summary>
public sealed partial class TestCallDialog(ITestCalls calls, SampleCalls samples, ISnackbar snackbar, ILogger<TestCallDialog> logger)
    : ComponentBase, IDisposable
{
    private const int LargestMegabytes = 20;
    private const int MostFiles = 8;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SampleCall> _samples = [];
    private ImmutableArray<string> _uploaded = [];
    private SampleCall? _sample;
    private string? _folder;
    private string? _problem;
    private bool _busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>Stops waiting and removes what was uploaded.</summary>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        Forget();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _samples = samples.Read();
        _sample = _samples.Count > 0 ? _samples[0] : null;
    }

    private void Choose(SampleCall sample)
    {
        _sample = sample;
        _problem = null;
        Forget();
    }

    private async Task UploadAsync(InputFileChangeEventArgs e)
    {
        Forget();
        _problem = e.FileCount > MostFiles ? T["Test_tooMany", MostFiles] : await TryTakeAsync(e.GetMultipleFiles(MostFiles));
        if (_problem is not null)
        {
            Forget();
        }

        _sample = _uploaded.IsEmpty ? _sample : null;
    }

    /// <summary>Null where all are kept, else what was wrong.</summary>
    private async Task<string?> TryTakeAsync(IReadOnlyList<IBrowserFile> files)
    {
        try
        {
            return await TakeAsync(files);
        }
        catch (OperationCanceledException)
        {
            // The dialog was closed meanwhile.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JSException)
        {
            // A full disk, or a file that the browser could not read to its end.
            logger.UploadNotKept(exception);
            return T["Test_notKept"];
        }
    }

    private async Task<string?> TakeAsync(IReadOnlyList<IBrowserFile> files)
    {
        var folder = _folder = Directory.CreateTempSubdirectory("callintake-test-").FullName;
        foreach (var file in files)
        {
            if (file.Size > LargestMegabytes * 1024L * 1024L)
            {
                return T["Test_tooLarge", LargestMegabytes];
            }

            // The name that the browser sends never becomes a path.
            var path = Path.Combine(folder, $"turn-{_uploaded.Length + 1}.wav");
            await SaveAsync(file, path);
            if (!await IsWavAsync(path))
            {
                return T["Test_notWav"];
            }

            _uploaded = _uploaded.Add(path);
        }

        return null;
    }

    private async Task SaveAsync(IBrowserFile file, string path)
    {
        await using var source = file.OpenReadStream(LargestMegabytes * 1024L * 1024L, _gone.Token);
        await using var target = File.Create(path);
        await source.CopyToAsync(target, _gone.Token);
    }

    private async Task<bool> IsWavAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        var head = new byte[12];
        return await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, _gone.Token) == head.Length
            && head.AsSpan(0, 4).SequenceEqual("RIFF"u8) && head.AsSpan(8, 4).SequenceEqual("WAVE"u8);
    }

    private async Task StartAsync()
    {
        _busy = true;
        _problem = null;
        try
        {
            var turns = _sample?.Turns ?? _uploaded;
            if (await calls.StartAsync(turns, _gone.Token) is { } id)
            {
                snackbar.Add(T["Test_started"], Severity.Success);
                Dialog.Close(DialogResult.Ok(id));
            }
            else
            {
                _problem = T["Test_notReached"];
            }
        }
        catch (CallLineException exception)
        {
            _problem = T["Test_failed", exception.Message];
        }
        catch (OperationCanceledException)
        {
            // The dialog was closed while the call was being placed.
        }

        _busy = false;
    }

    /// <summary>A call has read its files before it began: with the dialog they go, however the call ends.</summary>
    private void Forget()
    {
        _uploaded = [];
        try
        {
            if (_folder is not null && Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
        catch (IOException exception)
        {
            // The dialog must close all the same.
            logger.UploadNotRemoved(exception);
        }

        _folder = null;
    }
}
