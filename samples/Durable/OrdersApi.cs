using Trackly.Sdk;
using Wolverine;

namespace Durable;

/// <summary>The API: POST /orders saves an order, GET /orders/{id} says what became of its SMS.</summary>
internal static class OrdersApi
{
    public static async Task RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        await using var app = await StartAsync(settings, "http://127.0.0.1:5090", cancellationToken);
        Console.WriteLine($"Orders: POST {app.Urls.First()}/orders with {{\"id\":\"A-1\",\"phone\":\"+14155551234\"}}, GET {app.Urls.First()}/orders/A-1");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    public static async Task<WebApplication> StartAsync(Settings settings, string address, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton<Orders>();
        // Only a process that listens to the queue can recover what a dead one had taken from it: this one has an outbox and nothing else.
        DurableSending.Add(builder, settings, static options => options.Durability.Mode = DurabilityMode.ServerlessWithOutbox);
        var app = builder.Build();
        app.MapPost("/orders", async (Order order, Orders orders, CancellationToken token) =>
        {
            await orders.SaveAsync(order, token);
            return Results.Accepted($"/orders/{order.Id}");
        });
        app.MapGet("/orders/{id}", async (string id, ITracklySendOnce sendOnce, CancellationToken token) =>
            await sendOnce.FindAsync(Orders.GetKey(id), token) is { } entry
                ? Results.Ok(new { sms = entry.Outcome.ToString(), entry.MessageId })
                : Results.Ok(new { sms = "Waiting", MessageId = (string?)null }));
        await DurableSending.CreateTablesAsync(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        return app;
    }
}
