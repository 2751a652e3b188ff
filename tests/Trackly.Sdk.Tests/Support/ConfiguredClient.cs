using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A client with the options of the configuration section <c>Trackly</c>, over a handler that accepts everything.</summary>
internal sealed class ConfiguredClient : IDisposable
{
    private readonly Source _changes = new();
    private readonly Lazy<ServiceProvider> _provider;

    /// <param name="sources">JSON of the section, the later over the earlier. The key is there already.</param>
    public ConfiguredClient(params string[] sources)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection([new("Trackly:ApiKey", Some.Key)]);
        foreach (var json in sources)
            builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Trackly": {{json}} }""")));
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddTrackly(builder.Add(_changes).Build().GetSection("Trackly")).ConfigurePrimaryHttpMessageHandler(() => Wire);
        _provider = new(() => Services.BuildServiceProvider());
    }

    public TestClock Clock { get; } = new();

    public ServiceCollection Services { get; } = [];

    public StubHandler Wire { get; } = new();

    public ServiceProvider Provider => _provider.Value;

    public Task<SendResponse> SendAsync() =>
        Provider.GetRequiredService<ITracklyClient>().SendAsync(Some.Request(), TestContext.Current.CancellationToken);

    /// <summary>Changes values of the section while the client runs. Null removes one with all its children.</summary>
    public void Change(params (string Name, string? Value)[] values)
    {
        _changes.ChangeSilently(values);
        _changes.Reload();
    }

    /// <summary>Changes values without a change token being raised.</summary>
    public void ChangeSilently(params (string Name, string? Value)[] values) => _changes.ChangeSilently(values);

    /// <summary>Removes a value without a change token, like a provider that can no longer read its file.</summary>
    public void Lose(string name) => _changes.Lose(name);

    public void Dispose()
    {
        if (_provider.IsValueCreated)
            _provider.Value.Dispose();
        Wire.Dispose();
    }

    private sealed class Source : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void ChangeSilently((string Name, string? Value)[] values)
        {
            foreach (var (name, value) in values)
            {
                if (value is not null)
                    Set($"Trackly:{name}", value);
                else
                    Lose(name);
            }
        }

        public void Reload() => OnReload();

        public void Lose(string name) =>
            Data = Data.Where(pair => !pair.Key.StartsWith($"Trackly:{name}", StringComparison.Ordinal)).ToDictionary(static pair => pair.Key, static pair => pair.Value);
    }
}
