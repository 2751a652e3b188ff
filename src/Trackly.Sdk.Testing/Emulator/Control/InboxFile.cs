using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A file of the inbox page, from the resources of this assembly.</summary>
internal sealed record InboxFile(string Name, string ContentType) : EmulatorResponse
{
    private const string Folder = "Inbox/";

    // The content of a message is untrusted. If it ever became markup, this policy would keep it from loading or running anything.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <returns>Null when there is no such file.</returns>
    public static InboxFile? Find(string name) => name switch
    {
        "inbox.html" => new InboxFile(name, "text/html; charset=utf-8"),
        "inbox.css" => new InboxFile(name, "text/css; charset=utf-8"),
        "inbox.js" or "api.js" or "dom.js" or "events.js" or "refused.js" or "thread.js" or "words.js" => new InboxFile(name, "text/javascript; charset=utf-8"),
        "faults.schema.json" => new InboxFile(name, "application/schema+json"),
        "icon.svg" => new InboxFile(name, "image/svg+xml"),
        _ => null,
    };

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var file = typeof(InboxFile).Assembly.GetManifestResourceStream(Folder + Name)!;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        await file.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
