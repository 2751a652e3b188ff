using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Api;
using Trackly.Sdk.Testing.Emulator.Accounts;
using Trackly.Sdk.Testing.Emulator.Exchanges;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator;

/// <summary>The calls of contacts, lists and phones.</summary>
/// <remarks>The order of checks is that of a send, which is the emulator's choice: key, account, limit, content type, size, JSON, fields. Scripted faults come last.</remarks>
internal sealed class ResourceEndpoint(AccountDirectory accounts, FaultScript faults, TimeProvider clock)
{
    private readonly ConditionalWeakTable<EmulatedAccount, ApiState> _states = [];

    /// <summary>Returns the methods of a path, or null when it is none of these.</summary>
    public static string? FindMethods(string path) =>
        path.StartsWith(SendEndpoint.ApiRoot, StringComparison.Ordinal) ? ResourceApi.FindMethods(path[SendEndpoint.ApiRoot.Length..]) : null;

    public async Task<EmulatorResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (account, wrongKey) = accounts.Find(request.Headers[ApiKeys.Header]);
        if (account is null)
            return wrongKey!;
        var trace = RequestTrace.Get(request.HttpContext);
        trace.Account = account.Name;

        var (json, body) = (default(JsonElement), ReadOnlyMemory<byte>.Empty);
        if (!HttpMethods.IsGet(request.Method))
        {
            if (!SendEndpoint.IsJson(request))
                return ErrorResponse.NotJson;
            if (await LimitedBodyReader.ReadAsync(request, cancellationToken).ConfigureAwait(false) is not { } read)
                return ErrorResponse.TooLarge;
            if (StrictJsonParser.Parse(body = read, out _) is not { } parsed)
                return StrictJsonParser.IsTooDeep(read) ? ErrorResponse.TooDeep : ErrorResponse.MalformedJson;
            trace.Read(json = parsed);
        }

        var path = request.Path.Value![SendEndpoint.ApiRoot.Length..];
        var plan = ResourceApi.Plan(request.Method, path, new ApiQuery(request.QueryString.Value), json, GetState(account));
        if (plan.Error is { } error)
            return new ApiJsonResponse(error);
        if (faults.Take(() => new ApiCall(request.Method, path, Encoding.UTF8.GetString(body.Span)), out var fault) is { } broken)
            return broken;

        trace.Fault = fault.Trace;
        return FaultResponses.Create(fault, () => new ApiJsonResponse(plan.Apply!()), clock);
    }

    private ApiState GetState(EmulatedAccount account) =>
        _states.GetValue(account, owner => new ApiState(new AccountLists(owner), owner.Contacts, clock, () => owner.BillingError));
}
