using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary><c>/_emulator/requests</c>: what the API received, refused requests included.</summary>
internal static class RequestRoutes
{
    private const string Path = "/_emulator/requests";

    public static IEnumerable<ControlRoute> Create(EmulatorServices services) =>
    [
        new("GET", Path, request => List(services, request), RequestQuery.Parameters),
        new("DELETE", Path, _ => Clear(services)),
    ];

    private static ObjectResponse List(EmulatorServices services, ControlRequest request)
    {
        var query = RequestQuery.Read(request.Query);
        return new ObjectResponse(json =>
        {
            json.WriteStartArray("requests");
            foreach (var exchange in query.Find(services.Exchanges.All))
                ExchangeWriter.Write(json, exchange);
            json.WriteEndArray();
            json.WriteNumber("received", services.Send.Requests);
            json.WriteNumber("refused", services.Exchanges.Refused);
        });
    }

    private static NoContentResponse Clear(EmulatorServices services)
    {
        services.Exchanges.Clear();
        return new NoContentResponse();
    }
}
