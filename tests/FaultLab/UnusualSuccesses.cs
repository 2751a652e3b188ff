using System.Runtime.CompilerServices;

namespace FaultLab;

/// <summary>Whole 2xx responses with a clear message id beside members that a client did not ask for, or in an unusual form.</summary>
public static class UnusualSuccesses
{
    public static Fault NumericMessageId { get; } = Create("12345678");
    public static Fault DuplicateUnknownMember { get; } = Create("\"aaaaaaaa\"", ",\"extra\":1,\"extra\":2");
    public static Fault NestedUnknownMember { get; } = CreateNested(depth: 100);
    public static Fault DeeplyNestedUnknownMember { get; } = CreateNested(depth: 50_000);

    private static Fault CreateNested(int depth, [CallerMemberName] string name = "") =>
        Create("\"aaaaaaaa\"", ",\"extra\":" + new string('[', depth) + new string(']', depth), name);

    private static Fault Create(string messageId, string members = "", [CallerMemberName] string name = "") => new(name)
    {
        Response = ScriptedResponse.CreateJson(200, $$"""{"success":true,"message_id":{{messageId}},"status":"queued"{{members}}}""") with
        {
            Meaning = ResponseMeaning.Accepted,
        },
    };
}
