using FaultLab;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests;

/// <summary>
/// Every operation on contacts, lists and phones, against a server that echoes the request: no log, span, metric, exception or string shows a number, name or field. Some have a number
/// in their address.
/// </summary>
[Collection(ListensToTheProcess.Name)]
public sealed class ResourceCanaryTests
{
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(30);

    private static readonly UpsertContactRequest Contact = new(Canary.Request.To, Canary.Request.ListNumber)
    {
        IpAddress = "Canaryville",
        Url = "https://example.com/?q=Zebrafish",
        CustomFields = new() { ["loyalty_canary"] = "PlatinumHeron", ["account_no"] = 90817263 },
        AdditionalFields = new() { ["order_canary"] = "FL-Mingo-Z" },
    };

    private static readonly IReadOnlyList<(string Name, Fault[] Responses)> Responses =
    [
        .. CanaryResponses.All.GroupBy(static response => response.Name).Select(static group => group.First()),
        .. CanaryResponses.All.Where(static response => response.Name.StartsWith("status", StringComparison.Ordinal)),
        CanaryResponses.CreateSuccess("echoed in every member", string.Join(",", new[]
        {
            "phone_number", "list_number", "carrier", "line_type", "timezone", "contact_id", "list_contact_id", "status", "list_type", "brand_name", "list_name", "disposition", "new",
        }.Select(static member => $"\"{member}\":\"Zebrafish +14155550142\"")) + ",\"id\":42,\"success\":true,\"unsubscribed\":true,\"contacts\":[],\"lists\":[],\"results\":[],\"success_count\":0"),
        CanaryResponses.CreateSuccess("echoed in items", """
            "success_count":0,"error_count":1,"errors":[{"index":0,"phone_number":"+14155550142","code":"bad_14155550142","error":"Zebrafish"}],
            "results":[{"phone":"+14155550142","code":"bad_5550142","error":"Zebrafish"}],
            "contacts":[{"phone_number":"+14155550142","custom_fields":{"loyalty_canary":"PlatinumHeron"},"line_type":"Zebrafish"}],
            "lists":[{"id":1,"phone_number":"+18005550199","brand_name":"Marigold","status":"marigold"}]
            """),
    ];

    private static readonly (string Name, Func<TracklyClient, CancellationToken, Task<string>> RunAsync)[] Operations =
    [
        ("upsert", static async (client, token) => $"{await client.Contacts.UpsertAsync(Contact, token)} {Contact}"),
        ("get", static async (client, token) => $"{await client.Contacts.GetAsync(Canary.Request.To, token)}"),
        ("list", static async (client, token) =>
        {
            var filter = new ContactFilter { ListNumber = Canary.Request.ListNumber };
            var pages = await client.Contacts.ListAsync(filter, token).AsPages().CollectAsync();
            return $"{filter} {string.Join(" ", pages)} {string.Join(" ", pages.SelectMany(static page => page.Contacts).Select(static contact => $"{contact} {contact.LineType} {contact.Lists[0]}"))}";
        }),
        ("update", static async (client, token) => $"{await client.Contacts.UpdateFieldsAsync(new UpdateContactFieldsRequest(Canary.Request.To, Canary.Request.ListNumber, Contact.CustomFields!), token)}"),
        ("unsubscribe", static async (client, token) => $"{await client.Contacts.UnsubscribeAsync(Canary.Request.To, Canary.Request.ListNumber, token)}"),
        ("import", static async (client, token) =>
            string.Join(" ", (await client.Contacts.ImportAsync(Enumerable.Repeat(Contact, 1).AsAsync(), cancellationToken: token).CollectAsync()).Select(static result => $"{result} {result.Failure}"))),
        ("lists", static async (client, token) => string.Join(" ", await client.Lists.ListAsync(cancellationToken: token))),
        ("list by id", static async (client, token) => $"{await client.Lists.GetAsync(42, token)}"),
        ("phone", static async (client, token) => $"{await client.Phones.ValidateAsync(Canary.Request.To, cancellationToken: token)}"),
        ("phones", static async (client, token) =>
            string.Join(" ", (await client.Phones.ValidateManyAsync(Enumerable.Repeat(Canary.Request.To, 1).AsAsync(), cancellationToken: token).CollectAsync()).Select(static result => $"{result} {result.Failure}"))),
        ("not valid", static async (client, token) => $"{await client.Contacts.GetAsync("415-555-0142", token)}"),
        ("fields that are not valid", static async (client, token) =>
            $"{await client.Contacts.UpsertAsync(Contact with { CustomFields = new() { ["5550142"] = new[] { "Zebrafish" }, ["loyalty canary"] = double.NaN } }, token)}"),
    ];

    [Theory]
    [InlineData("constructor")]
    [InlineData("HttpClient")]
    [InlineData("AddTrackly")]
    public async Task EverySink_OfEveryOperation_ShowsNothingOfTheRequest(string wiring)
    {
        await using var server = FaultServer.Start();
        using var sinks = new Sinks();
        List<string> leaks = [];
        var seen = new HashSet<string>();
        await using var client = new CanaryClient(wiring, server.BaseAddress, sinks, printsRequests: false);

        foreach (var (operation, runAsync) in Operations)
        {
            foreach (var (name, responses) in Responses)
            {
                server.Script = FaultScript.CreateSequence(responses);
                await RunAsync(runAsync, client.Client, sinks, CancellationToken.None);
                Search($"{operation}, {name}");
            }

            await RunAsync(runAsync, client.Client, sinks, new CancellationToken(canceled: true));
            Search($"{operation}, canceled");
        }

        string.Join("\n", leaks.Take(10)).Should().BeEmpty($"there are {leaks.Count} leaks");
        seen.Should().Contain(["log Trackly.Sdk", "span Trackly.Sdk", "meter Trackly.Sdk", "result", "TracklyServerException.ToString", "TracklyResponseException.ToString"]);
#if NET
        seen.Should().Contain("span System.Net.Http");
#endif

        void Search(string path)
        {
            foreach (var (sink, text) in sinks.Take())
            {
                seen.Add(sink);
                // An HttpClient of the application is the application's own, and so is what its span shows of the address.
                // The build for .NET Standard cannot mask that span; .NET Framework, for which it is, has none.
                var isOwn = wiring != "HttpClient" && !SdkBuild.IsForStandard;
                if (sink != "span System.Net.Http event" && (isOwn || sink is not ("span System.Net.Http" or "HttpRequestMessage")))
                    leaks.AddRange(Canary.FoundIn(text).Select(found => $"{path}: {sink} shows {found}: {text.Substring(0, Math.Min(300, text.Length))}"));
            }
        }
    }

#if NET9_0_OR_GREATER
    // The span of earlier versions has no tags.
    [Fact]
    public async Task GetAsync_TheSpanOfHttpClient_ShowsTheAddressWithoutTheNumber()
    {
        Assert.SkipWhen(SdkBuild.IsForStandard, "The build for .NET Standard cannot mask that span; .NET Framework, for which it is, has none.");
        await using var server = FaultServer.Start();
        using var sinks = new Sinks();
        await using var client = new CanaryClient("AddTrackly", server.BaseAddress, sinks);

        await RunAsync(Operations[1].RunAsync, client.Client, sinks, CancellationToken.None);
        await RunAsync(static async (client, token) => $"{await client.SendAsync(Canary.Request, token)}", client.Client, sinks, CancellationToken.None);

        var spans = sinks.Take().Where(static captured => captured.Sink == "span System.Net.Http").Select(static captured => captured.Text).ToList();
        spans.Should().Contain(span => span.Contains($"url.full={server.BaseAddress}v2/contacts/*** ", StringComparison.Ordinal))
            .And.Contain(span => span.Contains($"url.full={server.BaseAddress}v2/send ", StringComparison.Ordinal));
    }
#endif

    private static async Task RunAsync(Func<TracklyClient, CancellationToken, Task<string>> runAsync, TracklyClient client, Sinks sinks, CancellationToken cancellationToken)
    {
        try
        {
            sinks.Catch("result", await runAsync(client, cancellationToken).WaitAsync(MaxDuration, TestContext.Current.CancellationToken));
        }
        catch (Exception exception) when (exception is ITracklyFailure or OperationCanceledException)
        {
            sinks.Catch(exception);
            if (exception is TracklyApiException rejected)
                sinks.Catch("TracklyErrorResponse", $"{rejected.Response}");
        }
    }
}
