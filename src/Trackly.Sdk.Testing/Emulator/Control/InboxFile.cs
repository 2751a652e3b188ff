using System.Security.Cryptography;
using System.Text;
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

    // A hash of all files: after a change the page names another folder, so a browser can cache the files of this one.
    private static readonly string CachedFolder = ComputeHash() + "/";

    private bool IsCached { get; init; }

    /// <returns>Null when there is no such file.</returns>
    public static InboxFile? Find(string path)
    {
        var isCached = path.StartsWith(CachedFolder, StringComparison.Ordinal);
        var name = isCached ? path[CachedFolder.Length..] : path;
        return Names.Contains(name) && ContentTypes.TryGetValue(Path.GetExtension(name), out var type) ? new InboxFile(name, type) { IsCached = isCached } : null;
    }

    public override async Task SendAsync(HttpContext context, CancellationToken closing)
    {
        using var file = Open();
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = IsCached ? "max-age=31536000, immutable" : "no-store";
        await file.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(Open(name));
            hash.AppendData(Encoding.UTF8.GetBytes(reader.ReadToEnd()));
        }

        return Convert.ToHexString(hash.GetHashAndReset()[..8]);
    }

    private static Stream Open(string name) => typeof(InboxFile).Assembly.GetManifestResourceStream(Folder + name)!;

    private Stream Open()
    {
        var file = Open(Name);
        if (Path.GetExtension(Name) is not ".html")
            return file;
        using var reader = new StreamReader(file);
        return new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace("\"/_emulator/", "\"/_emulator/" + CachedFolder, StringComparison.Ordinal)));
    }
}
