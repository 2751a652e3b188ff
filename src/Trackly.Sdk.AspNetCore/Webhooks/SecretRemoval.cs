using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trackly.Sdk.AspNetCore;

/// <summary>
/// Takes the secret out of a request once it has been read, so that what runs later, such as request logging, error pages and traces, does not
/// record it.
/// </summary>
internal static class SecretRemoval
{
    private const string Mask = "***";

    public static void Remove(HttpContext context, string secret)
    {
        if (secret.Length == 0)
            return;
        context.Request.RouteValues[WebhookOptionsChecks.RouteParameter] = Mask;
        context.Request.Path = Replace(context.Request.Path.Value, secret);
        // A target that writes the secret in another way, such as percent-encoded, is replaced as a whole.
        if (context.Features.Get<IHttpRequestFeature>() is { } request)
        {
            var isPlain = request.RawTarget.Contains(secret, StringComparison.Ordinal);
            request.RawTarget = isPlain ? Replace(request.RawTarget, secret)! : context.Request.Path.Value!;
        }

        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
            Remove(activity, secret);
    }

    private static void Remove(Activity activity, string secret)
    {
        activity.DisplayName = Replace(activity.DisplayName, secret)!;
        foreach (var (key, value) in activity.TagObjects.ToList())
        {
            if (value is string text && text.Contains(secret, StringComparison.Ordinal))
                activity.SetTag(key, Replace(text, secret));
        }
    }

    private static string? Replace(string? text, string secret) => text?.Replace(secret, Mask, StringComparison.Ordinal);
}
