using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>An answer of the control API: true for the moment, and never a page.</summary>
internal abstract record ControlResponse(int Status = StatusCodes.Status200OK) : JsonResponse(Status)
{
    protected override void WriteHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
    }
}
