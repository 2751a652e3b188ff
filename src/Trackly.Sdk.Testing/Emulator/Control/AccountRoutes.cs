using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/accounts</c>.</summary>
internal static class AccountRoutes
{
    private const string Path = "/_emulator/accounts";

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, _ => new ObjectResponse(json => WriteAll(json, services.Accounts.All))),
        new("GET", Path + "/{name}", request => Find(services, request)),
        new("PUT", Path + "/{name}", request => PutAsync(services, request)),
    ];

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<EmulatedAccount> accounts)
    {
        json.WriteStartArray("accounts");
        foreach (var account in accounts)
        {
            json.WriteStartObject();
            AccountWriter.WriteMembers(json, account);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static EmulatorResponse Find(EmulatorServices services, ControlRequest request) =>
        services.Accounts.FindByName(request.Value) is { } account ? Respond(account) : ErrorResponse.NoSuchAccount;

    private static async ValueTask<EmulatorResponse> PutAsync(EmulatorServices services, ControlRequest request)
    {
        var change = AccountChange.Read(await request.ReadBodyAsync().ConfigureAwait(false));
        change.CheckAddress(services.Address);
        var account = services.Accounts.FindByName(request.Value);
        change.CheckKeys(services.Accounts, account);
        var status = account is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        account ??= services.Accounts.Add(request.Value);
        change.Apply(account);
        return Respond(account, status);
    }

    private static ObjectResponse Respond(EmulatedAccount account, int status = StatusCodes.Status200OK) =>
        new(json => AccountWriter.WriteMembers(json, account), status);
}
