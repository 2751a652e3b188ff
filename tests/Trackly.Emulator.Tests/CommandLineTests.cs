using System.Net;
using System.Net.Sockets;

namespace Trackly.Emulator.Tests;

/// <summary>What the tool says of itself, and of what it cannot do.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_NamesEveryOption()
    {
        var (exitCode, tool) = await Tool.RunAsync("--help");

        exitCode.Should().Be(0);
        tool.Output.Should().ContainAll(
            "trackly-emulator [options]", "--port", "--host", "--key", "--list", "--seed", "--faults", "--max-messages", "--max-bytes", "--allow-host", "--webhook", "--store",
            "--json", "--open", "--show-texts", "--help", "--version",
            "[default: 5080]", "[default: 127.0.0.1]", "[default: trk_your_api_key_here]", "Examples:", "TRACKLY_EMULATOR_PORT", "Exit codes");
    }

    [Fact]
    public async Task Version_IsThatOfThePackage()
    {
        var (exitCode, tool) = await Tool.RunAsync("--version");

        exitCode.Should().Be(0);
        tool.Output.Should().StartWith(typeof(EmulatorCommand).Assembly.GetName().Version!.ToString(3));
    }

    [Theory]
    [InlineData("--port must be a whole number from 0 to 65535.", "--port", "65536")]
    [InlineData("--port must be a whole number from 0 to 65535.", "--port", "http")]
    [InlineData("--max-messages must be a whole number from 1 to 2147483647.", "--max-messages", "0")]
    [InlineData("--seed must be a whole number from -2147483648 to 2147483647.", "--seed", "1.5")]
    [InlineData("--key: A key must be visible ASCII characters without spaces, at least one, so that a header can carry it.", "--key", "two words")]
    [InlineData("--list: A list's number must be in E.164 format, such as +18005551000.", "--list", "8005551000")]
    [InlineData("--list: A list's status must be active, paused or unverified.", "--list", "+18005551000=busy")]
    [InlineData("--list: The number +18005551000 is given twice.", "--list", "+18005551000", "--list", "+18005551000=paused")]
    [InlineData("--host must be an address of this machine such as 127.0.0.1, 0.0.0.0 for all of them, or localhost.", "--host", "example.com")]
    [InlineData("--allow-host must be a host name without scheme and port, such as emulator.", "--allow-host", "http://emulator:5080")]
    [InlineData("--max-bytes must be a whole number from 1 to 2147483647.", "--max-bytes", "256MB")]
    [InlineData("--webhook must be an absolute address with http:// or https:// and without a user name, such as http://localhost:5000/webhooks/trackly.", "--webhook", "localhost")]
    [InlineData("Required argument missing for option: '--port'.", "--port")]
    [InlineData("Unrecognized command or argument '--prot'.", "--prot")]
    public async Task AFaultyOption_IsNamed_AndNothingStarts(string error, params string[] arguments)
    {
        var (exitCode, tool) = await Tool.RunAsync(arguments);

        exitCode.Should().Be(2);
        tool.Errors.Should().Be($"trackly-emulator: {error}{Environment.NewLine}See trackly-emulator --help.");
        tool.Output.Trim().Should().BeEmpty();
    }

    [Fact]
    public async Task AnAtSign_ReadsNoResponseFile()
    {
        using var file = new TemporaryFile("--version");

        var (exitCode, tool) = await Tool.RunAsync("@" + file.Path);

        exitCode.Should().Be(2);
        tool.Errors.Should().StartWith($"trackly-emulator: Unrecognized command or argument '@{file.Path}'.");
    }

    [Fact]
    public async Task AFaultyFaultFile_IsNamedWithTheMemberAndTheFault()
    {
        using var file = new TemporaryFile("""{"faults":[{"kind":"hang"},{"kind":"status","status":99}]}""");

        var (exitCode, tool) = await Tool.RunAsync("--port", "0", "--faults", file.Path);

        exitCode.Should().Be(1);
        tool.Errors.Should().Be($"trackly-emulator: {file.Path}: faults[1].status is 99: it must be a whole number from 300 to 599, other than 304, which has no body.");
        tool.Output.Should().NotContain("Inbox");
    }

    [Fact]
    public async Task AFaultFileThatIsMissing_IsNamed()
    {
        var (exitCode, tool) = await Tool.RunAsync("--port", "0", "--faults", "no-such-file.json");

        exitCode.Should().Be(1);
        tool.Errors.Should().StartWith("trackly-emulator: --faults: no-such-file.json cannot be read.");
    }

    [Fact]
    public async Task ABusyPort_IsNamed_WithWhatToDo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, tool) = await Tool.RunAsync("--port", $"{port}");

        exitCode.Should().Be(1);
        tool.Errors.Should().Be($"trackly-emulator: Port {port} is in use. Choose another one with --port, or any free port with --port 0.");
    }

    [Fact]
    public async Task AnAddressOfAnotherMachine_IsNamed()
    {
        var (exitCode, tool) = await Tool.RunAsync("--port", "0", "--host", "192.0.2.1");

        exitCode.Should().Be(1);
        tool.Errors.Should().StartWith("trackly-emulator: The emulator cannot listen on port 0 of 192.0.2.1:");
    }

    [Fact]
    public async Task EveryOption_CanBeAnEnvironmentVariable_AndTheCommandLineComesFirst()
    {
        using var tool = Tool.Start(
            [
                ("TRACKLY_EMULATOR_PORT", "not a port"), ("TRACKLY_EMULATOR_KEY", "trk_environment"), ("TRACKLY_EMULATOR_JSON", "true"),
                ("TRACKLY_EMULATOR_LIST", "+4930123456, +4930654321=paused"),
            ],
            "--port", "0");

        await tool.InboxAsync();

        tool.Output.Should().Contain(""" "key":"trk_environment","list_number":"+4930123456"}""".TrimStart());
    }

    [Fact]
    public async Task AFaultyEnvironmentVariable_IsNamed()
    {
        var (exitCode, tool) = await Tool.RunAsync([("TRACKLY_EMULATOR_PORT", "http")]);

        exitCode.Should().Be(2);
        tool.Errors.Should().Be($"trackly-emulator: TRACKLY_EMULATOR_PORT: --port must be a whole number from 0 to 65535.{Environment.NewLine}See trackly-emulator --help.");
    }
}
