using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>
/// What the statements of a page may take for granted, under the names that the pages use. A whole program or a type has none of it. CONTRIBUTING.md tells the
/// writers of pages.
/// </summary>
public class Prelude(TracklyEmulator emulator) : IDisposable
{
    private readonly TracklyClient _trackly = new(new TracklyClientOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });

    /// <summary>The builder of a host, as of <c>WebApplication.CreateBuilder(args)</c>. It logs nowhere.</summary>
    public WebApplicationBuilder builder { get; } = CreateBuilder();

    /// <summary>The services of <see cref="builder"/>.</summary>
    public IServiceCollection services => builder.Services;

    /// <summary>The configuration of <see cref="builder"/>.</summary>
    public IConfiguration configuration => builder.Configuration;

    /// <summary>A started emulator.</summary>
    public TracklyEmulator emulator { get; } = emulator;

    /// <summary>A client of <see cref="emulator"/>.</summary>
    public ITracklyClient trackly => _trackly;

    /// <summary>The contacts of <see cref="trackly"/>.</summary>
    public ITracklyContacts contacts => _trackly.Contacts;

    /// <summary>The lists of <see cref="trackly"/>.</summary>
    public ITracklyLists lists => _trackly.Lists;

    /// <summary>The phone validation of <see cref="trackly"/>.</summary>
    public ITracklyPhones phones => _trackly.Phones;

    /// <summary>Send-once. Its blocks are compiled, not run.</summary>
    public ITracklySendOnce sendOnce => throw new NotSupportedException("A block with send-once has no output.");

    /// <summary>A message that <see cref="emulator"/> accepts.</summary>
    public SendRequest message { get; } = new() { To = "+14155551234", ListNumber = emulator.ListNumber, Body = "Your parcel is here." };

    /// <summary>A token that is never canceled.</summary>
    public CancellationToken cancellationToken { get; } = CancellationToken.None;

    /// <inheritdoc/>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _trackly.Dispose();
    }

    private static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        return builder;
    }
}
