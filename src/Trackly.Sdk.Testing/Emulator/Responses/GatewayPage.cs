using System.Text;
using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Api;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>An HTML page, as a proxy returns it.</summary>
internal sealed record GatewayPage(int Status) : EmulatorResponse
{
    public override int? StatusCode => Status;

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        var page = Encoding.ASCII.GetBytes(GatewayHtml.Create(Status));
        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/html";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
    }
}
