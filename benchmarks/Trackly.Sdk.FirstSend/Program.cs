using System.Diagnostics;
using System.Globalization;
using Trackly.Sdk;
using Trackly.Sdk.Benchmarks;
using Trackly.Sdk.Benchmarks.Floor;

// The first send of a process, and the only one: `by-hand ADDRESS` or `sdk ADDRESS`. Prints how many microseconds it took from here.
var start = Stopwatch.GetTimestamp();
var sent = args switch
{
    ["by-hand", var address] => ByHandAsync(new Uri(address)),
    ["sdk", var address] => WithSdkAsync(new Uri(address)),
    _ => throw new ArgumentException("Say by-hand or sdk, and where the server is."),
};
if (await sent == "")
    throw new InvalidOperationException("It was not accepted.");
Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMicroseconds.ToString(CultureInfo.InvariantCulture));

static async Task<string> ByHandAsync(Uri address)
{
    using var http = new HttpClient();
    var client = new FloorClient(http, Account.SendAddressOf(address), Account.ApiKey);
    var answer = await client.SendAsync(new FloorMessage("+14155551234", "+18005551000", "Hello!", WrapLinks: true, ContactData: null, Metadata: null));
    return answer.MessageId;
}

static async Task<string> WithSdkAsync(Uri address)
{
    using var trackly = new TracklyClient(new TracklyClientOptions { ApiKey = Account.ApiKey, BaseAddress = address });
    var answer = await trackly.SendAsync(new SendRequest { To = "+14155551234", ListNumber = "+18005551000", Body = "Hello!", WrapLinks = true });
    return answer.MessageId;
}
