using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Package.Library;
using Shop;
using Trackly.Sdk;

namespace Package.Tests;

/// <summary>Libraries that were compiled against the build for .NET Standard, with the build that this target takes.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly OneAnswer _trackly = new();
    private readonly TracklyClient _client;

    public LibraryTests() => _client = new TracklyClient(new TracklyClientOptions { ApiKey = "trk_package", BaseAddress = _trackly.BaseAddress });

    public void Dispose()
    {
        _client.Dispose();
        _trackly.Dispose();
    }

    [Fact]
    public async Task Library_ForNetStandard_Sends()
    {
        var request = _trackly.HearAsync();

        var sent = await Reminders.RemindAsync(_client, TestContext.Current.CancellationToken);

        sent.MessageId.Should().Be("aB3dE5fG");
        (await request).Should().EndWith(
            """{"to":"+14155551234","list_number":"+18005551000","body":"Your appointment is tomorrow.","wrap_links":true,"contact_data":{"first_name":"Ada"}}""");
    }

    [Fact]
    public async Task Library_ForNetStandard_CreatesClients()
    {
        using var client = Reminders.CreateClient(_trackly.BaseAddress);
        using var services = Reminders.CreateServices(_trackly.BaseAddress);

        foreach (var trackly in new[] { client, services.GetRequiredService<ITracklyClient>() })
        {
            var request = _trackly.HearAsync();
            Reminders.HasTrue(await Reminders.RemindAsync(trackly, TestContext.Current.CancellationToken), "test").Should().BeFalse();
            await request;
        }
    }

    [Fact]
    public async Task Library_ForNetStandard_SendsAStream()
    {
        var request = _trackly.HearAsync();

        await foreach (var result in Reminders.RemindAllAsync(_client, TestContext.Current.CancellationToken))
            result.Outcome.Should().Be(SendOutcome.Accepted);
        await request;
    }

    [Fact]
    public async Task Library_ForNetStandard_UsesTheTestKit()
    {
        var trackly = Reminders.CreateFake();

        var send = () => Reminders.RemindAsync(trackly, TestContext.Current.CancellationToken);

        (await send.Should().ThrowAsync<TracklyConnectionException>()).Which.Outcome.Should().Be(SendOutcome.Unknown);
    }

    [Fact]
    public void Library_ForNetStandard_CreatesWhatATestReturns()
    {
        Reminders.CreateRawRequest().SkipListRateLimit.Should().BeTrue();
        Reminders.CreateResponse().Attempts.Should().ContainSingle().Which.Outcome.Should().Be(SendOutcome.Accepted);
        Reminders.CreateFailure().StatusCode.Should().Be((HttpStatusCode)429);
    }

    [Fact]
    public async Task CSharp7_SendsWithConstructorsAndSettableProperties()
    {
        var request = _trackly.HearAsync();

        (await new OrderMessages(_client).ConfirmAsync("+14155551234", "A-1042")).Should().Be("aB3dE5fG");

        (await request).Should().EndWith(
            """{"to":"+14155551234","list_number":"+18005551000","body":"Your order is confirmed. Ref: {{messageId}}","wrap_links":true,"metadata":{"order_id":"A-1042"}}""");
    }

    [Fact]
    public async Task CSharp7_CatchesFailures()
    {
        (await new OrderMessages(Reminders.CreateFake()).ConfirmAsync("+14155551234", "A-1042")).Should().Be("check before sending again");
        (await new OrderMessages(_client).ConfirmAsync("4155551234", "A-1042")).Should().StartWith("NotSent: ").And.Contain("'to'");
    }

    [Fact]
    public async Task VisualBasic_SendsAndCatchesFailures()
    {
        var request = _trackly.HearAsync();

        (await new ShippingMessages(_client).AnnounceAsync("+14155551234")).Should().Be("aB3dE5fG");
        (await request).Should().EndWith("""{"to":"+14155551234","list_number":"+18005551000","body":"Your parcel is on its way.","wrap_links":true}""");
        (await new ShippingMessages(Reminders.CreateFake()).AnnounceAsync("+14155551234")).Should().Be("check before sending again");
    }

    [Fact]
    public async Task FSharp_SendsAndCatchesFailures()
    {
        var request = _trackly.HearAsync();

        (await InvoiceMessages.announceAsync(_client, "+14155551234")).Should().Be("aB3dE5fG");
        (await request).Should().EndWith("""{"to":"+14155551234","list_number":"+18005551000","body":"Your invoice is ready.","wrap_links":true}""");
        (await InvoiceMessages.announceAsync(Reminders.CreateFake(), "+14155551234")).Should().Be("check before sending again");
    }
}
