using System.Diagnostics;
using System.Globalization;
using Trackly.Sdk;
using Trackly.Sdk.Benchmarks;
using Trackly.Sdk.Benchmarks.Floor;

// Sends one message, `by-hand ADDRESS` or `sdk ADDRESS`, and prints how many microseconds it took from here.
var start = Stopwatch.GetTimestamp();
var sent = args switch
{
    ["by-hand", var address] => ByHandAsync(new Uri(address)),
    ["sdk", var address] => WithSdkAsync(new Uri(address)),
    _ => throw new ArgumentException("The arguments must be by-hand or sdk, and the address of the server."),
};
if (await sent == "")
    throw new InvalidOperationException("The message was not accepted.");
Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMicroseconds.ToString(CultureInfo.InvariantCulture));

static async Task<string> ByHandAsync(Uri address)
{
    using var http = new HttpClient();
    var client = new FloorClient(http, Account.GetSendAddress(address), Account.ApiKey);
    var response = await client.SendAsync(new FloorMessage("+14155551234", "+18005551000", "Hello!", WrapLinks: true, ContactData: null, Metadata: null));
    return response.MessageId;
}

static async Task<string> WithSdkAsync(Uri address)
{
    using var trackly = new TracklyClient(new TracklyClientOptions { ApiKey = Account.ApiKey, BaseAddress = address });
    var response = await trackly.SendAsync(new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Hello!", WrapLinks = true });
    return response.MessageId;
}
