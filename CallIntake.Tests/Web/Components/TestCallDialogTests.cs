using Bunit;
using CallIntake.Engine.Calls;
using CallIntake.Tests.Support;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Components.Calls;
using CallIntake.Web.Components.Layout;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CallIntake.Tests.Web.Components;

public sealed class TestCallDialogTests : ConsoleContext
{
    [Fact]
    public async Task More_files_than_a_call_takes_are_refused_in_a_sentence()
    {
        await OpenAsync();

        await UploadAsync([.. Enumerable.Range(1, 9).Select(_ => new SentFile(() => new MemoryStream(Wav.Make(80))))]);

        Assert.Contains("не больше 8", Problem, StringComparison.Ordinal);
        await UploadAsync(new SentFile(() => new MemoryStream(Wav.Make(80))));
        Assert.Empty(Problem);
    }

    [Fact]
    public async Task A_file_that_cannot_be_kept_is_said_and_a_sample_can_still_be_called()
    {
        await OpenAsync();

        await UploadAsync(new SentFile(() => throw new IOException("No space left on device")));

        Assert.Contains("Файл не удалось сохранить", Problem, StringComparison.Ordinal);
        Start.Click();
        Dialogs.WaitForAssertion(() => Assert.Single(TestCalls.Started));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_uploaded_is_gone_after_the_call_whether_it_succeeded_or_not(bool succeeds)
    {
        TestCalls.Failure = succeeds ? null : new CallLineException("Nobody answers.");
        var dialog = await OpenAsync();
        await UploadAsync(new SentFile(() => new MemoryStream(Wav.Make(80))), new SentFile(() => new MemoryStream(Wav.Make(80))));

        Start.Click();

        Dialogs.WaitForAssertion(() => Assert.Equal(2, Assert.Single(TestCalls.Started).Count));
        Assert.All(TestCalls.Existed, Assert.True);
        await Dialogs.InvokeAsync(dialog.Close);
        Dialogs.WaitForAssertion(() => Assert.All(TestCalls.Started[0], path => Assert.False(Directory.Exists(Path.GetDirectoryName(path)))));
    }

    private string Problem => Dialogs.Find("p.missing").TextContent;

    private AngleSharp.Dom.IElement Start => Dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Позвонить");

    private async Task<IDialogReference> OpenAsync()
    {
        Show<ConnectionDot>();
        return await Dialogs.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<TestCallDialog>("Пробный звонок"));
    }

    private Task UploadAsync(params IBrowserFile[] files) =>
        Dialogs.InvokeAsync(() => Dialogs.FindComponent<InputFile>().Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs(files)));

    private sealed class SentFile(Func<Stream> open) : IBrowserFile
    {
        public string Name => "../../a.wav";

        public DateTimeOffset LastModified => SomeCall.Now;

        public long Size => 1000;

        public string ContentType => "audio/wav";

        public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) => open();
    }
}
