using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A configuration section is applied or rejected, never ignored.</summary>
public sealed class ClientOptionsBinderTests
{
    private const string Other = "+14155550000";
    private const string Members = "The options here are Allow, RedirectTo, BlockAll.";

    [Theory]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"] } }""", Some.Recipient)]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": "+14155550000" } }""", Other)]
    [InlineData("""{ "recipientpolicy": { "redirectto": "+14155550000", "blockall": "FALSE" } }""", Other)]
    [InlineData("{}", Some.Recipient)]
    public async Task Policy_IsObeyed(string json, string recipient)
    {
        using var client = new ConfiguredClient(json);
        client.Wire.Accepts();

        await client.SendAsync();

        client.Wire.Requests.Should().ContainSingle().Which.Body.Should().Contain($"\"to\":\"{recipient}\"");
    }

    [Theory]
    [InlineData("""{ "RecipientPolicy": {} }""")]
    [InlineData("""{ "RecipientPolicy": null }""")]
    [InlineData("""{ "RecipientPolicy": "" }""")]
    [InlineData("""{ "RecipientPolicy": [] }""")]
    [InlineData("""{ "RecipientPolicy": { "Allow": [] } }""")]
    [InlineData("""{ "RecipientPolicy": { "Allow": null } }""")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": null } }""")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": "" } }""")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": false } }""")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": true, "Allow": ["+14155551234"] } }""")]
    public async Task PolicyWithoutARecipient_BlocksAll(string json)
    {
        using var client = new ConfiguredClient(json);
        client.Wire.Accepts();

        await client.Awaiting(static client => client.SendAsync()).Should().ThrowExactlyAsync<TracklyRecipientBlockedException>();

        client.Wire.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "BaseUrl": "https://staging.test/" }""", "Trackly:BaseUrl is not an option. Did you mean BaseAddress? The options here are *")]
    [InlineData("""{ "BaseAdress": "https://staging.test/" }""", "Trackly:BaseAdress is not an option. Did you mean BaseAddress? *")]
    [InlineData("""{ "BaseAddress": "" }""", "Trackly:BaseAddress is empty. Set it to an address such as https://app.tracklysms.com/api/, or remove it.")]
    [InlineData("""{ "BaseAddress": ["https://staging.test/"] }""", "Trackly:BaseAddress is not understood. Set it to an address such as https://app.tracklysms.com/api/.")]
    [InlineData("""{ "Retry": "AtMostOnce" }""", "Trackly:Retry must be an object, but a configuration source sets it to a string. Did you mean Retry:Mode?")]
    [InlineData("""{ "RetryMode": "AtMostOnce" }""", "Trackly:RetryMode is not an option. Did you mean Retry:Mode? *")]
    [InlineData("""{ "Retry": { "MaxRetries": 0 } }""", "Trackly:Retry:MaxRetries is not an option. Did you mean MaxRetryAttempts? The options here are Mode, MaxRetryAttempts, BaseDelay, MaxDelay.")]
    [InlineData("""{ "Retry": { "BasDelay": 0 } }""", "Trackly:Retry:BasDelay is not an option. Did you mean BaseDelay? *")]
    [InlineData("""{ "Retry": { "MasDelay": 0 } }""", "Trackly:Retry:MasDelay is not an option. Did you mean MaxDelay? *")]
    [InlineData("""{ "Retry": { "Mode": "Never" } }""", "Trackly:Retry:Mode is not understood. Set it to Standard, AtMostOnce or AtLeastOnce.")]
    [InlineData("""{ "Retry": { "Mode": "1" } }""", "Trackly:Retry:Mode is not understood. Set it to Standard, AtMostOnce or AtLeastOnce.")]
    [InlineData("""{ "Retry": { "Mode": "Standard, AtMostOnce" } }""", "Trackly:Retry:Mode is not understood. Set it to Standard, AtMostOnce or AtLeastOnce.")]
    [InlineData("""{ "BaseAddress": "https://[" }""", "Trackly:BaseAddress is not understood. Set it to an address such as https://app.tracklysms.com/api/.")]
    [InlineData("""{ "BaseAddress": " " }""", "Trackly:BaseAddress is empty. Set it to an address such as https://app.tracklysms.com/api/, or remove it.")]
    [InlineData("""{ "Retry": { "MaxRetryAttempts": "three" } }""", "Trackly:Retry:MaxRetryAttempts is not understood. Set it to a whole number.")]
    [InlineData("""{ "Timeout": 30 }""", "Trackly:Timeout is not understood. Set it to a time as hours:minutes:seconds, such as 00:00:30.")]
    [InlineData("""{ "Timeout": "30s" }""", "Trackly:Timeout is not understood. Set it to a time as hours:minutes:seconds, such as 00:00:30.")]
    [InlineData("""{ "AttemptTimeout": "1" }""", "Trackly:AttemptTimeout is not understood. *")]
    [InlineData("""{ "AllowInsecureHttp": "yes" }""", "Trackly:AllowInsecureHttp is not understood. Set it to true or false.")]
    [InlineData("""{ "Whatever": 1 }""", "Trackly:Whatever is not an option. The options here are ApiKey, BaseAddress, AttemptTimeout, Timeout, AllowInsecureHttp, IncludeErrorText, Retry, RecipientPolicy.")]
    [InlineData("""{ "Europe": { "ApiKey": "trk_europe" } }""", "Trackly:Europe is not an option. *")]
    [InlineData("""{ "RecipientPolicy": false }""", "Trackly:RecipientPolicy must be an object, but a configuration source sets it to a string.")]
    [InlineData("""{ "RecipientPolicy": "+14155551234" }""", "Trackly:RecipientPolicy must be an object, but a configuration source sets it to a string.")]
    [InlineData("""{ "RecipientPolicy": ["+14155551234"] }""", $"Trackly:RecipientPolicy:0 is not an option. {Members}")]
    [InlineData("""{ "RecipientPolicy": { "+14155551234": true } }""", $"Trackly:RecipientPolicy:*** is not an option. {Members}")]
    [InlineData("""{ "RecipientPolicy": { "Alow": ["+14155551234"] } }""", $"Trackly:RecipientPolicy:Alow is not an option. Did you mean Allow? {Members}")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": null } }""", "Trackly:RecipientPolicy:BlockAll is empty. Set it to true or false, or remove it.")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": "+14155551234" } }""", "Trackly:RecipientPolicy:BlockAll is not understood. Set it to true or false.")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": " " } }""", "Trackly:RecipientPolicy:RedirectTo is empty. Set it to a string, or remove it.")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": ["+14155551234"] } }""", "Trackly:RecipientPolicy:RedirectTo is not understood. Set it to a string.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": [["+14155551234"]] } }""", "RecipientPolicy.Allow[0] has no number. *")]
    [InlineData("""{ "RecipientPolicy": { "Allow": "+14155551234" } }""", "Trackly:RecipientPolicy:Allow must be a list, but a configuration source sets it to a string.")]
    [InlineData("""{ "RecepientPolicy": {} }""", "Trackly:RecepientPolicy is not an option. Did you mean RecipientPolicy? *")]
    [InlineData("""{ "Recipients": { "BlockAll": true } }""", "Trackly:Recipients is not an option. Did you mean RecipientPolicy? *")]
    [InlineData("""{ "BlockAll": true }""", "Trackly:BlockAll is not an option. Did you mean RecipientPolicy:BlockAll? *")]
    public void WhatIsNotUnderstood_IsOneErrorThatNamesThePathAndRepeatsNoValue(string json, string message)
    {
        using var client = new ConfiguredClient(json);

        var exception = client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().ThrowExactly<OptionsValidationException>().Which;

        exception.Failures.Should().ContainSingle().Which.Should().Match(message);
        exception.ToString().Should().NotContain("4155551234");
    }

    [Theory]
    [InlineData("Key", "ApiKey")]
    [InlineData("Token", "ApiKey")]
    [InlineData("BaseUri", "BaseAddress")]
    [InlineData("Url", "BaseAddress")]
    [InlineData("Endpoint", "BaseAddress")]
    [InlineData("endpoint", "BaseAddress")]
    [InlineData("MaxRetryAttempts", "Retry:MaxRetryAttempts")]
    [InlineData("MaxRetries", "Retry:MaxRetryAttempts")]
    [InlineData("RetryCount", "Retry:MaxRetryAttempts")]
    [InlineData("Policy", "RecipientPolicy")]
    [InlineData("Allow", "RecipientPolicy:Allow")]
    [InlineData("RedirectTo", "RecipientPolicy:RedirectTo")]
    [InlineData("Tmeut", "Timeout")]
    [InlineData("XXmeout", "Timeout")]
    [InlineData("TimeoutXX", "Timeout")]
    [InlineData("Tmet", null)]
    [InlineData("Abceout", null)]
    [InlineData("TimeoutAbc", null)]
    [InlineData("TimeouAbc", null)]
    public void AnotherName_LeadsToTheOptionThatWasMeant(string name, string? option)
    {
        using var client = new ConfiguredClient($$"""{ "{{name}}": "1" }""");

        client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().ThrowExactly<OptionsValidationException>()
            .WithMessage($"Trackly:{name} is not an option.{(option is null ? "" : $" Did you mean {option}?")} The options here are *");
    }

    [Theory]
    [InlineData("""{ "RecipientPolicy": "" }""", "Trackly:RecipientPolicy is empty in one configuration source, but another still supplies Trackly:RecipientPolicy:Allow. Remove one of them.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": "" } }""", "Trackly:RecipientPolicy:Allow is empty in one configuration source, but another still supplies Trackly:RecipientPolicy:Allow:0. Remove one of them.")]
    public void EmptyValueOverThePartsOfAnotherSource_IsAnError(string over, string message)
    {
        using var client = new ConfiguredClient("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": true } }""", over);

        client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().ThrowExactly<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public void PolicyInCode_IsCompletedAndLeftAsItIs()
    {
        var shared = new TracklyRecipientPolicy { Allow = ["+1416*"], BlockAll = true };
        using var client = new ConfiguredClient("""{ "RecipientPolicy": { "Allow": ["+1415*"], "RedirectTo": "+14155550000" } }""");
        client.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<TracklyClientOptions>>(
            new ConfigureOptions<TracklyClientOptions>(options => options.RecipientPolicy = shared)));

        client.Provider.GetRequiredService<IOptions<TracklyClientOptions>>().Value.RecipientPolicy.Should().BeEquivalentTo(
            new TracklyRecipientPolicy { Allow = ["+1416*", "+1415*"], RedirectTo = Other, BlockAll = true });
        shared.Should().BeEquivalentTo(new TracklyRecipientPolicy { Allow = ["+1416*"], BlockAll = true });
    }

    [Fact]
    public void OptionsInCode_HoldWhereTheSectionSaysNothing()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Trackly:Retry:Mode", " atmostonce "), new("Trackly:RecipientPolicy:Allow:0", "+1415*")]).Build();
        var services = new ServiceCollection();
        services.Configure<TracklyClientOptions>(static options =>
        {
            (options.ApiKey, options.Retry.MaxRetryAttempts) = (Some.Key, 7);
            options.RecipientPolicy = new() { RedirectTo = Other };
        });
        services.AddTrackly(configuration.GetSection("Trackly"));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<TracklyClientOptions>>().Value;

        (options.ApiKey, options.Retry.Mode, options.Retry.MaxRetryAttempts).Should().Be((Some.Key, TracklyRetryMode.AtMostOnce, 7));
        options.RecipientPolicy.Should().BeEquivalentTo(new TracklyRecipientPolicy { Allow = ["+1415*"], RedirectTo = Other });
    }

    [Fact]
    public void WholeConfiguration_IsRefusedWithTheSectionToPass()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Trackly:ApiKey", Some.Key)]).Build();

        FluentActions.Invoking(() => new ServiceCollection().AddTrackly((IConfiguration)configuration))
            .Should().ThrowExactly<ArgumentException>().WithMessage("*Pass the section with the options, for example configuration.GetSection(\"Trackly\")*");
    }

    [Fact]
    public void NoArgument_ReadsTheSectionTrackly()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Trackly:ApiKey", Some.Key), new("Trackly:Timeout", "00:00:40")]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddTrackly();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<TracklyClientOptions>>().Value.Timeout.Should().Be(TimeSpan.FromSeconds(40));
        provider.GetRequiredService<ITracklyClient>().Should().NotBeNull();
    }

    [Fact]
    public void NoArgumentAndNoConfiguration_SaysWhatToDo()
    {
        var services = new ServiceCollection();
        services.AddTrackly();
        using var provider = services.BuildServiceProvider();

        provider.Invoking(static provider => provider.GetRequiredService<ITracklyClient>()).Should().Throw<InvalidOperationException>().WithMessage("AddTrackly() reads the section 'Trackly' of IConfiguration*");
    }

    [Fact]
    public void KeyedClientWithoutAKey_ErrorNamesTheRealPath()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Accounts:Europe:Timeout", "00:00:40")]).Build();
        var services = new ServiceCollection();
        services.AddKeyedTrackly("europe", configuration.GetSection("Accounts:Europe"));
        using var provider = services.BuildServiceProvider();

        provider.Invoking(static provider => provider.GetRequiredKeyedService<ITracklyClient>("europe")).Should().ThrowExactly<OptionsValidationException>()
            .WithMessage("Trackly client 'europe': ApiKey is missing.*configuration value Accounts:Europe:ApiKey.");
    }
}
