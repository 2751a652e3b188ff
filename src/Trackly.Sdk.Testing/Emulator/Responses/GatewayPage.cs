using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Trackly.Sdk.Testing.Emulator.Responses;

/// <summary>An HTML page such as a proxy sends when it cannot reach the API: no JSON, and no word of Trackly's.</summary>
internal sealed record GatewayPage(int Status) : EmulatorResponse
{
    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        var title = $"{Status} {ReasonPhrases.GetReasonPhrase(Status)}";
        var page = Encoding.ASCII.GetBytes(
            $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n");
        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/html";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
    }
}
