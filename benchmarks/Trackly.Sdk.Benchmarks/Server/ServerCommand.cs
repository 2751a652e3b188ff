using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trackly.Sdk.Benchmarks.Wire;

namespace Trackly.Sdk.Benchmarks.Server;

/// <summary>
/// <c>--server [N]</c>: Kestrel on a loopback port of the system's choice, in a process of its own, until standard input closes. It accepts every message, but
/// answers 503 to every Nth. It says where it listens on the first line of its output, and <c>GET count</c> says how many messages it was sent.
/// </summary>
internal static class ServerCommand
{
    public const string Name = "--server";

    public static async Task<int> RunAsync(int? faultEvery)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        await using var app = builder.Build();
        var answered = 0L;
        app.Run(async context =>
        {
            if (context.Request.Method == HttpMethods.Get)
            {
                await context.Response.WriteAsync(Interlocked.Read(ref answered).ToString(CultureInfo.InvariantCulture));
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null);
            var answer = Interlocked.Increment(ref answered) % faultEvery == 0 ? CannedAnswer.Unavailable : CannedAnswer.Accepted;
            context.Response.StatusCode = (int)answer.Status;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Json.Length;
            await context.Response.Body.WriteAsync(answer.Json);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
