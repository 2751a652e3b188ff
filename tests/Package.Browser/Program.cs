using Microsoft.Extensions.DependencyInjection;
using Trackly.Sdk;

// Each way to create a client is refused; what needs no key works. Ends with 0 when all do as they should.
var options = new TracklyClientOptions { ApiKey = "trk_your_api_key_here" };
Func<ITracklyClient>[] ways =
[
    static () => new TracklyClient("trk_your_api_key_here"),
    () => new TracklyClient(options),
    () => new TracklyClient(new HttpClient(), options),
    static () => Create(services => services.AddTrackly(static options => options.ApiKey = "trk_your_api_key_here")).GetRequiredService<ITracklyClient>(),
    static () => Create(services => services.AddKeyedTrackly("europe", static options => options.ApiKey = "trk_your_api_key_here")).GetRequiredKeyedService<ITracklyClient>("europe"),
];
var refused = 0;
foreach (var way in ways)
{
    try
    {
        way();
        Console.WriteLine("Created.");
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
        if (exception is PlatformNotSupportedException && exception.Message.Contains("Call an endpoint of your own server", StringComparison.Ordinal))
            refused++;
    }
}

Console.WriteLine($"Segments: {SmsSegments.Measure("Grüße").Segments}");
return refused == ways.Length && OperatingSystem.IsBrowser() ? 0 : 1;

static ServiceProvider Create(Action<IServiceCollection> add)
{
    var services = new ServiceCollection();
    add(services);
    return services.BuildServiceProvider();
}
