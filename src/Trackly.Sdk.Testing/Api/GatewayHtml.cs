using System.Net;

namespace Trackly.Sdk.Testing.Api;

/// <summary>The HTML page that a proxy returns when it cannot reach the API: no JSON, and nothing that Trackly wrote.</summary>
internal static class GatewayHtml
{
    public static string Create(int status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        var title = $"{status} {response.ReasonPhrase}";
        return $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n";
    }
}
