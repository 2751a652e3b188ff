using System.Text.Json.Nodes;
using Trackly.Sdk.Benchmarks.Senders;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Checks that all senders produce the same JSON, so that the comparison is fair.</summary>
internal static class RequestComparison
{
    public static void Check(IReadOnlyList<Sender> senders, InMemoryWire wire)
    {
        var byHand = new InMemorySenders(CannedResponse.Accepted);
        foreach (var message in Message.All)
        {
            byHand.Floor.SendAsync(message).GetAwaiter().GetResult();
            var expected = JsonNode.Parse(byHand.Wire.LastBody);
            foreach (var sender in senders)
            {
                sender.SendAsync(message).GetAwaiter().GetResult();
                if (!JsonNode.DeepEquals(expected, JsonNode.Parse(wire.LastBody)))
                    throw new InvalidOperationException($"{sender.Name} does not send the same JSON: this measurement is void.");
            }
        }
    }
}
