namespace Trackly.Sdk.Testing;

/// <summary>
/// A call of contacts, lists or phones, before it has an effect: what the condition of <see cref="FakeTracklyClient.WhenCalled"/> looks at. Messages are not among them.
/// </summary>
public sealed class ApiCall
{
    internal ApiCall(string method, string path, string body) => (Method, Path, Body) = (method, path, body);

    /// <summary>Gets the HTTP method, for example <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Gets the path below the base address, for example <c>v2/contacts/bulk</c>, as Trackly reads it: not escaped, and without the query.</summary>
    public string Path { get; }

    /// <summary>Gets the request's JSON. Empty when it has none.</summary>
    public string Body { get; }

    /// <summary>Returns the method alone, so that no number ends up in a log.</summary>
    /// <returns>A string such as <c>ApiCall GET</c>.</returns>
    public override string ToString() => $"{nameof(ApiCall)} {Method}";
}
