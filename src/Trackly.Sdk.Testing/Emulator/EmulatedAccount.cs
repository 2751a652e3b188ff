using Microsoft.Extensions.Primitives;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>The account behind the key: who may call, and which lists may send.</summary>
internal sealed class EmulatedAccount(string apiKey, string listNumber, string unverifiedListNumber)
{
    public const string KeyHeader = "X-Api-Key";

    public string ApiKey => apiKey;

    public string ListNumber => listNumber;

    // An empty header is not documented. The emulator's choice: it counts as absent.
    public Refusal? RefusalOfKey(StringValues header) =>
        StringValues.IsNullOrEmpty(header) ? Refusal.MissingApiKey
        : header != apiKey ? Refusal.InvalidApiKey
        : null;

    public Refusal? RefusalOfList(string number) =>
        number == listNumber ? null
        : number == unverifiedListNumber ? Refusal.WebhookNotConfigured
        : Refusal.ListNotFound;
}
