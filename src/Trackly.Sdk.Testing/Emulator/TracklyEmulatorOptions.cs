using System.Net;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Requests;

namespace Trackly.Sdk.Testing;

/// <summary>The options of a <see cref="TracklyEmulator"/>. Every default is ready to use and obviously fake.</summary>
public sealed class TracklyEmulatorOptions
{
    /// <summary>
    /// Gets or sets the API key of the default account: visible ASCII characters without spaces. Default
    /// <c>trk_your_api_key_here</c>, the key in the examples of the API's documentation.
    /// </summary>
    public string ApiKey { get; set; } = ApiKeys.Default;

    /// <summary>Gets or sets the number of the default account's list that can send, in E.164 format. Default <c>+18005551000</c>.</summary>
    public string ListNumber { get; set; } = "+18005551000";

    /// <summary>
    /// Gets or sets the number of the default account's bring-your-own-carrier list whose webhook is not verified, in E.164 format. A send from it is
    /// rejected with <c>webhook_not_configured</c>. Default <c>+18005552000</c>.
    /// </summary>
    public string UnverifiedListNumber { get; set; } = "+18005552000";

    /// <summary>
    /// Gets the accounts beside the default one; empty at first. Their names and keys must differ from each other, and no name can be <c>default</c>.
    /// To change an account while the emulator runs, keep a reference to it or take it from <see cref="TracklyEmulator.Accounts"/>.
    /// </summary>
    public IList<EmulatedAccount> Accounts { get; } = [];

    /// <summary>
    /// Gets or sets how many messages are kept, 1 or more. Default 10,000. The oldest are dropped and counted in
    /// <see cref="TracklyEmulator.DroppedMessages"/>.
    /// </summary>
    public int MaxMessages { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets how many bytes of memory the kept messages can take, as an estimate, 1 or more. Default 268,435,456 (256 MiB). The oldest are
    /// dropped and counted in <see cref="TracklyEmulator.DroppedMessages"/>. The last message is always kept.
    /// </summary>
    public long MaxBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// Gets or sets how many errors the response to a bulk call lists, 0 or more. Default 100: Trackly's pages about imports have that limit, and whether
    /// a bulk send has one is not documented. The count of errors is always complete.
    /// </summary>
    public int MaxBulkErrors { get; set; } = BulkErrors.DefaultMaxListed;

    /// <summary>Gets or sets the seed of the message ids: the same seed gives the same ids in the same order. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Gets or sets the clock for <see cref="EmulatedMessage.ReceivedAt"/>, delays and limits. Default <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the address to listen on. Default <see cref="IPAddress.Loopback"/>. On any other address, everyone who can reach this machine can
    /// read the messages and script faults.
    /// </summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Gets the host names, beside its own, by which the emulator can be called, such as the name of a service in Docker Compose; empty at first. A
    /// request whose <c>Host</c> header has another name gets 403, so that a web page cannot reach the emulator through a name that resolves to this
    /// machine (DNS rebinding). Addresses, <c>localhost</c> and every name that ends in <c>.localhost</c> need not be listed.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// Gets or sets the file that keeps the messages, one JSON object per line, so that the next emulator with the same file has them. It is created when it
    /// is missing, and contains phone numbers and message bodies. Null, the default, means that messages are gone when the emulator is disposed.
    /// </summary>
    public string? StoreFile { get; set; }

    /// <summary>
    /// Gets or sets what is called at the start if the last line of <see cref="StoreFile"/> was cut off, for example because a process was killed while
    /// writing. Its argument is a sentence that says where the line was moved. Null, the default, means that nothing is called.
    /// </summary>
    public Action<string>? OnStoreRepaired { get; set; }

    /// <summary>
    /// Gets or sets what is called with each request when its response is decided, refused ones included, for example to log it. The callback must
    /// be quick and must not throw. Null, the default, means that nothing is called.
    /// </summary>
    public Action<EmulatedExchange>? OnRequest { get; set; }

    /// <summary>
    /// Gets or sets what is called with a webhook after each of its attempts. The callback must be quick and must not throw. Null, the default, means that
    /// nothing is called.
    /// </summary>
    public Action<EmulatedWebhook>? OnWebhook { get; set; }

    /// <summary>
    /// Gets or sets what is called when a request ends in an unexpected exception: an error in the emulator itself, not a fault that it emulates. The request
    /// gets 500 with an error that says so. The callback must be quick and must not throw. Null, the default, means that nothing is called.
    /// </summary>
    public Action<EmulatorFailure>? OnFailure { get; set; }

    /// <summary>Gets or sets the port to listen on, from 0 to 65,535. Default 0, which means any free port.</summary>
    public int Port { get; set; }
}
