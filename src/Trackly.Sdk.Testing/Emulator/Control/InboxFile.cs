using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A file of the inbox page or of the control API, from the resources of this assembly.</summary>
internal sealed record InboxFile(string Name, string ContentType) : EmulatorResponse
{
    private const string Folder = "Inbox/";

    // The content of a message is untrusted. If it ever became markup, this policy would keep it from loading or running anything.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
    };

    // Only the files that are embedded in the assembly.
    private static readonly HashSet<string> Names =
    [
        .. typeof(InboxFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(static name => name[Folder.Length..]),
    ];

    /// <returns>Null when there is no such file.</returns>
    public static InboxFile? Find(string name) =>
        Names.Contains(name) && ContentTypes.TryGetValue(Path.GetExtension(name), out var type) ? new InboxFile(name, type) : null;

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
