using Microsoft.AspNetCore.Http;
using Trackly.Sdk.Testing.Emulator.Requests;
using Trackly.Sdk.Testing.Emulator.Responses;

namespace Trackly.Sdk.Testing.Emulator.Control;

/// <summary>A method and a path of the control API.</summary>
/// <param name="Method">The HTTP method. HEAD is served wherever GET is.</param>
/// <param name="Path">The path, in which one segment can be a name in braces.</param>
/// <param name="Respond">Creates the response. A <see cref="FormatException"/> becomes 400 with its message.</param>
/// <param name="Parameters">The query parameters that are understood. Another one gets 400.</param>
internal sealed record ControlRoute(string Method, string Path, Func<ControlRequest, ValueTask<EmulatorResponse>> Respond, params string[] Parameters)
{
    public ControlRoute(string method, string path, Func<ControlRequest, EmulatorResponse> respond, params string[] parameters)
        : this(method, path, request => ValueTask.FromResult(respond(request)), parameters)
    {
    }

    /// <returns>What stands in the place of the braces, empty without braces, or null when the path is another one.</returns>
    public string? Match(string path)
    {
        var open = Path.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return path == Path ? "" : null;

        var (head, tail) = (Path[..open], Path[(Path.IndexOf('}', StringComparison.Ordinal) + 1)..]);
        if (path.Length <= head.Length + tail.Length || !path.StartsWith(head, StringComparison.Ordinal) || !path.EndsWith(tail, StringComparison.Ordinal))
            return null;
        var value = path[head.Length..^tail.Length];
        return value.Contains('/', StringComparison.Ordinal) ? null : value;
    }

    /// <exception cref="FormatException">A parameter is unknown, or is there twice.</exception>
    public void CheckParameters(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (!Parameters.Contains(name))
            {
                throw new FormatException(Parameters.Length == 0
                    ? $"{Shorten(name)} is not a parameter of this path, which has none."
                    : $"{Shorten(name)} is not a parameter of this path: use {string.Join(", ", Parameters)}.");
            }

            if (values.Count > 1)
                throw new FormatException($"{name} is given twice.");
        }
    }

    private static string Shorten(string name) => Excerpt.Create(name, 50);
}
