using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk.Testing;

namespace Testing;

/// <summary>Tests of samples/WebApi as it is, with its client replaced in one line: by a fake, or by a client that sends to an emulator.</summary>
public sealed class MessagesTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Post_TextsTheRecipient_Fake()
    {
        var fake = new FakeTracklyClient();
        await using var app = App(services => services.AddFakeTrackly(fake));

        using var response = await PostAsync(app, "+18005551000");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("Your parcel is here.", Assert.Single(fake.Queued).Request.Body);
    }

    [Fact]
    public async Task Post_ResponseIsLost_TheApiDoesNotReportAFailure_Fake()
    {
        var fake = new FakeTracklyClient();
        fake.ForNext().LosesTheAnswer();
        await using var app = App(services => services.AddFakeTrackly(fake));

        using var response = await PostAsync(app, "+18005551000");

        Assert.Contains("message-may-be-queued", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(fake.Queued);
    }

    [Fact]
    public async Task Post_ResponseIsLost_TheApiDoesNotReportAFailure_Emulator()
    {
        await using var emulator = await TracklyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.ForNext().LosesTheAnswer();
        await using var app = App(services => services.AddTrackly(options => (options.ApiKey, options.BaseAddress) = (emulator.ApiKey, emulator.BaseAddress)));

        using var response = await PostAsync(app, emulator.ListNumber);

        Assert.Contains("message-may-be-queued", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(emulator.Messages);
    }

    [Fact]
    public async Task Get_AfterTheDeliveryReport_SaysDelivered()
    {
        var fake = new FakeTracklyClient();
        fake.ForNext().Accepts("AbC12345");
        await using var app = App(services => services.AddFakeTrackly(fake));
        using var trackly = app.CreateClient();
        var report = new { @event = "delivery", message_id = "AbC12345", status = "delivered" };

        // The report overtakes the response of the send.
        using var received = await trackly.PostAsJsonAsync($"webhooks/trackly/{Secret}", report, TestContext.Current.CancellationToken);
        using var sent = await PostAsync(app, "+18005551000");

        Assert.Equal(HttpStatusCode.OK, received.StatusCode);
        Assert.Equal(
            """{"message_id":"AbC12345","status":"delivered"}""",
            await trackly.GetStringAsync(sent.Headers.Location, TestContext.Current.CancellationToken));
    }

    // With a key the sample does not start its demo.
    private static WebApplicationFactory<Program> App(Action<IServiceCollection> replaceClient) => new WebApplicationFactory<Program>()
        .WithWebHostBuilder(host => host
            .UseSetting("Trackly:ApiKey", "trk_of_the_test")
            .UseSetting("TracklyWebhooks:Secret", Secret)
            .ConfigureTestServices(replaceClient));

    private static async Task<HttpResponseMessage> PostAsync(WebApplicationFactory<Program> app, string listNumber)
    {
        using var caller = app.CreateClient();
        var message = new { to = "+14155551234", list_number = listNumber, body = "Your parcel is here." };
        return await caller.PostAsJsonAsync("messages", message, TestContext.Current.CancellationToken);
    }
}
