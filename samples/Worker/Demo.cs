using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Worker;

/// <summary>Prepares four orders, an emulator and a flaky network.</summary>
internal static class Demo
{
    public static void Prepare(HostApplicationBuilder builder, IHttpClientBuilder client, TracklyEmulator emulator)
    {
        Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
        builder.Configuration["Trackly:ApiKey"] = emulator.ApiKey;
        builder.Configuration["Trackly:BaseAddress"] = emulator.BaseAddress.AbsoluteUri;
        // Lets the queue, not the client, retry messages that were not sent.
        builder.Configuration["Trackly:Retry:MaxRetryAttempts"] = "0";
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        client.ConfigurePrimaryHttpMessageHandler(() => new FlakyNetworkHandler(unreachableAt: 3, responseLostAt: 4));
    }

    public static SendRequest[] CreateOrders(string listNumber) =>
    [
        CreateOrder("A-1", listNumber),
        CreateOrder("A-2", "+18005559999"),
        CreateOrder("A-3", listNumber),
        CreateOrder("A-4", listNumber),
    ];

    private static SendRequest CreateOrder(string number, string listNumber) =>
        new() { To = "+14155551234", ListNumber = listNumber, Body = "Your parcel is here.", Metadata = new() { ["order"] = number } };
}
