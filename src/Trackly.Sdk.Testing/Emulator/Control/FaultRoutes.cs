using System.Globalization;
using Trackly.Sdk.Testing.Emulator.Faults;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/faults</c>.</summary>
internal static class FaultRoutes
{
    private const string Path = "/_emulator/faults";

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, _ => new FaultListResponse(services.Faults.Faults)),
        new("POST", Path, request => AddAsync(services, request)),
        new("PUT", Path, request => ReplaceAsync(services, request)),
        new("DELETE", Path, _ => Clear(services)),
        new("GET", Path + ".schema.json", static _ => new InboxFile("faults.schema.json", "application/schema+json")),
        new("GET", Path + "/{id}", request => Find(services, request)),
        new("DELETE", Path + "/{id}", request => Remove(services, request)),
    ];

    private static async ValueTask<EmulatorResponse> AddAsync(EmulatorServices services, ControlRequest request) =>
        new AddedFaultResponse(services.Faults.Add(FaultReader.ReadOne(await request.ReadBodyAsync().ConfigureAwait(false)), FaultPriority.Control));

    private static async ValueTask<EmulatorResponse> ReplaceAsync(EmulatorServices services, ControlRequest request) =>
        new FaultListResponse(services.Faults.Replace(FaultReader.ReadAll(await request.ReadBodyAsync().ConfigureAwait(false))));

    private static NoContentResponse Clear(EmulatorServices services)
    {
        services.Faults.Replace([]);
        return new NoContentResponse();
    }

    private static EmulatorResponse Find(EmulatorServices services, ControlRequest request) =>
        services.Faults.Faults.Find(fault => fault.Id.ToString(CultureInfo.InvariantCulture) == request.Value) is { } fault
            ? new FaultResponse(fault)
            : ErrorResponse.NoSuchFault;

    private static EmulatorResponse Remove(EmulatorServices services, ControlRequest request) =>
        int.TryParse(request.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && services.Faults.Remove(id)
            ? new NoContentResponse()
            : ErrorResponse.NoSuchFault;
}
