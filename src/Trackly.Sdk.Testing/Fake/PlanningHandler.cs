using System.Text.Json;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Fake;

/// <summary>Reads a request, which counts as nothing here, and decides what becomes of it.</summary>
internal sealed class PlanningHandler(FakeScript script, ApiState state, PlannedCalls planned, Action<ApiCall> record) : DelegatingHandler
{
    private const string Root = "/api/";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await ReadAsync(content, cancellationToken).ConfigureAwait(false) : "";
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath).Substring(Root.Length);
        var call = new ApiCall(request.Method.Method, path, body);
        record(call);
        var plan = ResourceApi.Plan(call.Method, path, new ApiQuery(request.RequestUri.Query), Parse(body), state);
        planned.Add(request, new PlannedCall(plan, plan.Error is null ? script.Take(call) : null));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static JsonElement Parse(string body)
    {
        if (body.Length == 0)
            return default;
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

#if NET
    private static Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStringAsync(cancellationToken);
#else
    private static Task<string> ReadAsync(HttpContent content, CancellationToken _) => content.ReadAsStringAsync();
#endif
}
