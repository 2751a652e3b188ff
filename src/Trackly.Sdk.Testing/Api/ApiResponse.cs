using System.Text.Json.Nodes;

namespace Trackly.Sdk.Testing.Api;

/// <summary>A response of contacts, lists or phones.</summary>
internal sealed class ApiResponse(int status, JsonObject body)
{
    public int Status => status;

    public JsonObject Body => body;

    public static ApiResponse Create(JsonObject body) => new(200, body);

    /// <summary>Creates the error that is documented for a code.</summary>
    public static ApiResponse CreateError(string code, int? status = null) => DocumentedErrors.Find(code) is var (usual, message)
        ? new(status ?? usual, new JsonObject { ["error"] = message, ["code"] = code })
        : new(status ?? 400, new JsonObject { ["error"] = code, ["code"] = code });

    /// <summary>Creates an error without a code: none is documented, and none is made up.</summary>
    public static ApiResponse CreateError(int status, string message) => new(status, new JsonObject { ["error"] = message });
}
