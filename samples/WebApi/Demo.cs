using System.Security.Cryptography;
using Trackly.Sdk.Testing;

namespace WebApi;

/// <summary>Runs the API against an emulator, calls it a few times and prints the responses.</summary>
internal static class Demo
{
    private static readonly string Secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public static void Prepare(WebApplicationBuilder builder, TracklyEmulator emulator)
    {
        Console.WriteLine("Demo: sending to an emulator on this machine. Nobody is texted. With TRACKLY_API_KEY and without --demo the API stays up.");
        builder.Configuration["Trackly:ApiKey"] = emulator.ApiKey;
        builder.Configuration["Trackly:BaseAddress"] = emulator.BaseAddress.AbsoluteUri;
        builder.Configuration["TracklyWebhooks:Secret"] = Secret;
        builder.Configuration["Trackly:Retry:BaseDelay"] = "00:00:00.050";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
    }

    public static async Task RunAsync(WebApplication app, TracklyEmulator emulator)
    {
        await app.StartAsync();
        using var caller = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await ShowAsync("health of the configuration", caller.GetAsync(new Uri("health", UriKind.Relative)));
        await PostAsync("a message", new { to = "+14155551234", list_number = emulator.ListNumber, body = "Your parcel is here." });

        // Later Trackly reports what became of it. Here the demo plays Trackly.
        var id = emulator.Messages.Single().MessageId;
        var report = new { @event = "delivery", message_id = id, status = "delivered" };
        await ShowAsync("its delivery report", caller.PostAsJsonAsync($"webhooks/trackly/{Secret}", report));
        await ShowAsync("the message", caller.GetAsync(new Uri($"messages/{id}", UriKind.Relative)));

        await PostAsync("two faults", new { to = "0171 5551234", list_number = emulator.ListNumber });
        await PostAsync("another account's list", new { to = "+14155551234", list_number = "+18005559999", body = "Your parcel is here." });

        // A new key needs no restart either.
        app.Configuration["Trackly:ApiKey"] = "trk_revoked";
        ((IConfigurationRoot)app.Configuration).Reload();
        await PostAsync("a revoked key", new { to = "+14155551234", list_number = emulator.ListNumber, body = "Your parcel is here." });

        await emulator.DisposeAsync();
        await PostAsync("nobody listens", new { to = "+14155551234", list_number = emulator.ListNumber, body = "Your parcel is here." });
        await app.StopAsync();

        Task PostAsync(string what, object message) => ShowAsync(what, caller.PostAsJsonAsync("messages", message));
    }

    private static async Task ShowAsync(string what, Task<HttpResponseMessage> request)
    {
        using var response = await request;
        Console.WriteLine($"{what}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
