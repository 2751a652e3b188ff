using Trackly.Sdk;

namespace WebApi;

/// <summary>The body of <c>POST /messages</c>: <c>to</c>, <c>list_number</c> and <c>body</c>. What is missing is left to the SDK to name.</summary>
internal sealed record NewMessage(string? To, string? ListNumber, string? Body)
{
    public SendRequest ToRequest() => new() { To = To ?? "", ListNumber = ListNumber ?? "", Body = Body ?? "" };
}
