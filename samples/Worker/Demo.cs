using Trackly.Sdk;
using Trackly.Sdk.Testing;

namespace Worker;

/// <summary>Four orders, an emulator that answers, and a network that has a bad day.</summary>
internal static class Demo
{
    public static void Prepare(HostApplicationBuilder builder, IHttpClientBuilder client, TracklyEmulator emulator)
    {
        Console.WriteLine("TRACKLY_API_KEY is not set: sending to an emulator on this machine. Nobody is texted.");
        builder.Configuration["Trackly:ApiKey"] = emulator.ApiKey;
        builder.Configuration["Trackly:BaseAddress"] = emulator.BaseAddress.AbsoluteUri;
        // So that the queue, and not the client, repeats what was not sent.
        builder.Configuration["Trackly:Retry:MaxRetryAttempts"] = "0";
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        client.ConfigurePrimaryHttpMessageHandler(() => new BadDay(unreachableAt: 3, answerLostAt: 4));
    }

    public static SendRequest[] Orders(string listNumber) =>
    [
        Order("A-1", listNumber),
        Order("A-2", "+18005559999"),
        Order("A-3", listNumber),
        Order("A-4", listNumber),
    ];

    private static SendRequest Order(string number, string listNumber) =>
        new() { To = "+14155551234", ListNumber = listNumber, Body = "Your parcel is here.", Metadata = new() { ["order"] = number } };
}
