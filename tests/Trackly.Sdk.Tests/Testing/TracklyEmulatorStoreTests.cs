using System.Text;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The file that keeps the messages: what is restored from it, even if its last line was cut off.</summary>
public sealed class TracklyEmulatorStoreTests : StoreTest
{
    [Fact]
    public async Task Messages_AreThereAfterARestart_WithTheirStatuses_AndOnlyTheFileIsLeft()
    {
        var sent = await RunAsync(async emulator =>
        {
            await SendAsync(emulator, "Grüße 👋");
            await SendAsync(emulator, "two");
            await emulator.Webhooks.SendAllNowAsync(Token);
        });

        sent.Should().Equal("1 Grüße 👋 delivered", "2 two delivered");
        (await RunAsync()).Should().Equal(sent);
        Directory.GetFiles(Folder).Should().Equal(Store);
        Repairs.Should().BeEmpty();
    }

    [Fact]
    public async Task ClearAndReset_AreThereAfterARestart()
    {
        (await RunAsync(async emulator =>
        {
            await SendAsync(emulator, "one");
            emulator.Clear();
            await SendAsync(emulator, "two");
        })).Should().Equal("2 two queued");
        (await RunAsync()).Should().Equal("2 two queued");

        (await RunAsync(async emulator =>
        {
            emulator.Reset();
            await SendAsync(emulator, "three");
        })).Should().Equal("1 three queued");
        (await RunAsync()).Should().Equal("1 three queued");
    }

    [Fact]
    public async Task NumbersContinue_AfterRestartsWithoutAMessage()
    {
        await RunAsync(async emulator =>
        {
            await SendAsync(emulator, "one");
            emulator.Clear();
        });
        (await RunAsync()).Should().BeEmpty();

        (await RunAsync(emulator => SendAsync(emulator, "two"))).Should().Equal("2 two queued");
        (await RunAsync()).Should().Equal("2 two queued");
    }

    [Fact]
    public async Task ALastLineThatIsCutOff_InTheMiddleOfACharacter_IsKeptBeside_AndNothingElseIsLost()
    {
        var sent = await RunAsync(emulator => SendAsync(emulator, "one"));
        byte[] cut = [.. """{"sequence":2,"request":"Gr"""u8, 0xC3];
        await AppendAsync(cut);

        (await RunAsync(emulator => SendAsync(emulator, "two"))).Should().Equal([.. sent, "2 two queued"]);

        Repairs.Should().Equal(
            $"Line 2 of {Store}, the last one, was cut off, probably because the emulator was killed while writing. It was moved to {Store}.cut. All earlier lines were read.");
        (await File.ReadAllBytesAsync(Store + ".cut", Token)).Should().Equal([.. cut, (byte)'\n']);
        (await RunAsync()).Should().Equal([.. sent, "2 two queued"]);
        Repairs.Should().HaveCount(1, "the line is gone from the file");
    }

    [Fact]
    public async Task ALastLineThatIsCutOff_IsKeptAsPrivateAsTheStore()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions.");
            return;
        }

        await RunAsync(emulator => SendAsync(emulator, "one"));
        await AppendAsync("""{"sequence":2,"request":"Gr"""u8.ToArray());
        File.SetUnixFileMode(Store, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await RunAsync();

        Repairs.Should().ContainSingle();
        File.GetUnixFileMode(Store + ".cut").Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("""{"sequence":2,"mess""" + "\n")]
    [InlineData("""{"name":"package","version":"1.0.0"}""")]
    [InlineData("A note without a line break")]
    public async Task ALastLineThatNoEmulatorWrote_IsRefused_AndTheFileStaysAsItIs(string line)
    {
        await RunAsync(emulator => SendAsync(emulator, "one"));
        await AppendAsync(Encoding.UTF8.GetBytes(line));
        var before = await File.ReadAllBytesAsync(Store, Token);

        (await FluentActions.Awaiting(() => RunAsync()).Should().ThrowExactlyAsync<InvalidDataException>())
            .WithMessage($"Line 2 of {Store} is not a line that an emulator of this version wrote. Choose another file, or remove the line.");

        (await File.ReadAllBytesAsync(Store, Token)).Should().Equal(before);
        Directory.GetFiles(Folder).Should().Equal(Store);
    }
}
