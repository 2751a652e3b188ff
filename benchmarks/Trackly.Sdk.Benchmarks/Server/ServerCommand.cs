using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Server;

/// <summary>
/// <c>--server [N]</c>: Kestrel in its own process, on a loopback port chosen by the system, until standard input closes. It accepts every message, except that
/// every Nth request gets a 503. Its first line of output is its address; <c>GET count</c> returns the number of requests received.
/// </summary>
internal static class ServerCommand
{
    public const string Name = "--server";

    public static async Task<int> RunAsync(int? failEvery)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        await using var app = builder.Build();
        var requests = 0L;
        app.Run(async context =>
        {
            if (context.Request.Method == HttpMethods.Get)
            {
                await context.Response.WriteAsync(Interlocked.Read(ref requests).ToString(CultureInfo.InvariantCulture));
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null);
            var response = Interlocked.Increment(ref requests) % failEvery == 0 ? CannedResponse.Unavailable : CannedResponse.Accepted;
            context.Response.StatusCode = (int)response.Status;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = response.Json.Length;
            await context.Response.Body.WriteAsync(response.Json);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
