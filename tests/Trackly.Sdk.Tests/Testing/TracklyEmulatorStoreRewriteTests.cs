using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The file that keeps the messages is replaced as a whole, or stays as it is.</summary>
public sealed class TracklyEmulatorStoreRewriteTests : StoreTest
{
    [Fact]
    public async Task AWriteThatWasInterrupted_LeavesTheOldFile()
    {
        var sent = await RunAsync(emulator => SendAsync(emulator, "one"));
        await File.WriteAllTextAsync(Store + ".new", """{"sequence":1,"mess""", Token);

        (await RunAsync()).Should().Equal(sent);

        Directory.GetFiles(Folder).Should().Equal(Store);
    }

    [Fact]
    public async Task ARewriteThatFails_AtTheStart_IsAnError_AndTheFileStaysAsItIs()
    {
        await RunAsync(emulator => SendAsync(emulator, "one"));
        var before = await File.ReadAllBytesAsync(Store, Token);
        Directory.CreateDirectory(Store + ".new");

        (await FluentActions.Awaiting(() => RunAsync()).Should().ThrowExactlyAsync<InvalidDataException>()).WithMessage($"{Store} cannot be written, and was not changed. *");

        (await File.ReadAllBytesAsync(Store, Token)).Should().Equal(before);
    }

    [Fact]
    public async Task ARewriteThatFails_LaterOn_LosesNothing_AndAnotherSucceeds()
    {
        var sent = await RunAsync(async emulator =>
        {
            Directory.CreateDirectory(Store + ".new");
            for (var number = 1; number <= 9; number++)
                await SendAsync(emulator, "before");
            (await File.ReadAllLinesAsync(Store, Token)).Should().HaveCount(9, "each line is still there");

            Directory.Delete(Store + ".new");
            for (var number = 1; number <= 9; number++)
                await SendAsync(emulator, "after");
            (await File.ReadAllLinesAsync(Store, Token)).Should().HaveCount(2, "the dropped ones are left out");
        }, maxMessages: 2);

        sent.Should().Equal("17 after queued", "18 after queued");
        (await RunAsync(maxMessages: 2)).Should().Equal(sent);
    }

    [Fact]
    public async Task ANewFile_HasThePermissionsOfTheOldOne_AndALinkStaysALink()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions, and links need a right.");
            return;
        }

        var file = Path.Combine(Folder, "file.jsonl");
        await File.WriteAllTextAsync(file, "", Token);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Store, file);

        await RunAsync(emulator => SendAsync(emulator, "one"));

        File.ResolveLinkTarget(Store, returnFinalTarget: false)!.FullName.Should().Be(file);
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await RunAsync()).Should().Equal("1 one queued");
    }

    [Fact]
    public Task AFileThatAnEmulatorUses_IsRefused() => RunAsync(async _ =>
        (await FluentActions.Awaiting(() => RunAsync()).Should().ThrowExactlyAsync<InvalidDataException>()).WithMessage($"{Store} cannot be opened. *"));

    [Fact]
    public async Task DisposeAsync_WithAFullDisk_EndsTheServerAndReleasesTheFile()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a file that is always full.");
        var emulator = await TracklyEmulator.StartAsync(new TracklyEmulatorOptions { StoreFile = Store }, Token);
        File.Delete(Store);
        File.CreateSymbolicLink(Store, "/dev/full");
        using (var caller = new RawCaller(emulator))
            (await caller.SendMessageAsync("lost")).Text.Should().Contain("The emulator itself failed: System.IO.IOException.");
        (emulator.Messages.Count, emulator.QueuedMessages).Should().Be((0, 0), "what is not stored is not queued");

        await emulator.DisposeAsync();

        File.Delete(Store);
        (await RunAsync()).Should().BeEmpty();
    }
}
