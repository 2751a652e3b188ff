using System.Net;
using Trackly.Sdk.SendOnce.Tests.Support;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.SendOnce.Tests.Contract;

public abstract partial class StoreContract
{
    private const string Key = "key-of-the-canary";

    /// <summary>The events that name the key: a person has to act on them.</summary>
    private static readonly string[] EventsWithTheKey = ["Unknown", "LeaseExpired", "SettleFailed", "SettledLate", "SettleAbandoned",
        "SettleRefused"];

    [Fact]
    public async Task NoSinkAndNoRow_ShowsAnythingOfTheRequest()
    {
        using var sinks = new Sinks();
        var errorCode = new TracklyErrorCode(Canary.Request.ContactData!.FirstName!);
        await SendCanaryAsync(sinks, "accepted");
        await SendCanaryAsync(sinks, "accepted");
        await SendCanaryAsync(sinks, "echoed", _ => Task.FromResult(ScriptedSender.Accept(Canary.Request.To)));
        await SendCanaryAsync(sinks, "rejected", _ => throw ClientFailures.Refuse(HttpStatusCode.BadRequest, errorCode));
        await SendCanaryAsync(sinks, "lost", _ => throw ClientFailures.LoseResponse());
        await SendCanaryAsync(sinks, "quoted", _ => throw new InvalidDataException(nameof(InvalidDataException)));
        await SendCanaryAsync(sinks, "accepted", request: Canary.Request with { Body = $"{Canary.Request.Body} Another." });
        await SendCanaryAsync(sinks, "key", key: $"{Canary.Request.To}\n");
        await SendCanaryAsync(sinks, "NaN", request: Canary.Request with { Metadata = new() { ["order_canary"] = double.NaN } });
        Watched.Break("claim", afterwards: true);
        await SendCanaryAsync(sinks, "claim");
        Watched.Repair();
        Watched.Break("settle", afterwards: false);
        await SendCanaryAsync(sinks, "settle", _ => Task.FromResult(ScriptedSender.Accept(Canary.Request.To)));
        await AdvanceUntilAsync(() => Task.FromResult(EventNames.Contains("SettleAbandoned")));
        Watched.Repair();
        await foreach (var entry in SendOnce.FindUnknownAsync(Token))
            sinks.Catch("SendOnceEntry", $"{entry}");

        // The emulators of other tests run on Kestrel, which is also a name of the canary.
        sinks.Take().Where(static caught => !caught.Sink.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).SelectMany(static caught => Canary.FoundIn(caught.Text).Select(found => $"{caught.Sink} shows {found}: {caught.Text}")).Should()
            .BeEmpty();
        Log.GetSnapshot().SelectMany(static record => Canary.FoundIn($"{record.Message} {record.Exception}")).Should().BeEmpty();
        Log.GetSnapshot().Where(static record => record.Message.Contains(Key, StringComparison.Ordinal)).Select(static record => record.Id.Name)
            .Should().BeSubsetOf(EventsWithTheKey).And.Contain(["Unknown", "SettleFailed", "SettleAbandoned"]);
        (await ReadEverythingAsync()).SelectMany(Canary.FoundIn).Should().BeEmpty("the row keeps ids and codes, and a fingerprint");
    }

    private async Task SendCanaryAsync(
        Sinks sinks, string name, Func<CancellationToken, Task<SendResponse>>? response = null, SendRequest? request = null, string? key = null)
    {
        if (response is not null)
            Sender.Then(response);
        try
        {
            var result = await SendOnce.SendAsync(key ?? $"{Key}-{name}", request ?? Canary.Request, Token);
            sinks.Catch("SendOnceResult", $"{result}");
            sinks.Catch(result.Failure);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            sinks.Catch(exception);
        }
    }

    /// <summary>Every row but those whose message id is an echo: what the server calls an id is kept as it is.</summary>
    private async Task<List<string>> ReadEverythingAsync()
    {
        await using var connection = await Database.Source.OpenConnectionAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Database.Table} WHERE key NOT LIKE '%echoed' AND key NOT LIKE '%settle'";
        await using var reader = await command.ExecuteReaderAsync(Token);
        List<string> rows = [];
        while (await reader.ReadAsync(Token))
            rows.Add(string.Join(" ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")));
        return rows;
    }
}
