using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A response of the control API. It must not be cached, and not be displayed as a page.</summary>
internal abstract record ControlResponse(int Status = StatusCodes.Status200OK) : JsonResponse(Status)
{
    protected override void WriteHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
    }
}
