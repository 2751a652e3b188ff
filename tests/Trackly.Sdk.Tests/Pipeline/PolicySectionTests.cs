using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A policy in configuration is obeyed or refused, and never passed over.</summary>
public sealed class PolicySectionTests
{
    private const string Other = "+14155550000";
    private const string Members = "Allow, RedirectTo and BlockAll";

    [Theory]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"] } }""", Some.Recipient)]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": "+14155550000" } }""", Other)]
    [InlineData("""{ "recipientpolicy": { "redirectto": "+14155550000", "blockall": "FALSE" } }""", Other)]
    [InlineData("{}", Some.Recipient)]
    [InlineData("""{ "AlertRecipient": "a", "Europe": { "RecipientPolicy": { "BlockAll": true } } }""", Some.Recipient)]
    public async Task SendAsync_PolicyInConfiguration_IsObeyed(string json, string recipient)
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
    [InlineData("""{ "recipientpolicy": {} }""")]
    [InlineData("""{ "RecipientPolicy": { "Allow": [] } }""")]
    [InlineData("""{ "RecipientPolicy": { "Allow": null } }""")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": null } }""")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": "" } }""")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": false } }""")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": true, "Allow": ["+14155551234"] } }""")]
    public async Task SendAsync_PolicyThatNamesNobody_BlocksAll(string json)
    {
        using var client = new ConfiguredClient(json);
        client.Wire.Accepts();

        await client.Awaiting(static client => client.SendAsync()).Should().ThrowExactlyAsync<TracklyRecipientBlockedException>();

        client.Wire.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "RecipientPolicy": false }""", $"RecipientPolicy is a text in a source of the configuration. Write an object, with {Members} in it.")]
    [InlineData("""{ "RecipientPolicy": "+14155551234" }""", $"RecipientPolicy is a text in a source of the configuration. Write an object, with {Members} in it.")]
    [InlineData("""{ "RecipientPolicy": ["+14155551234"] }""", $"RecipientPolicy has no member '***'. It has {Members}.")]
    [InlineData("""{ "RecipientPolicy": { "+14155551234": true } }""", $"RecipientPolicy has no member '***'. It has {Members}.")]
    [InlineData("""{ "RecipientPolicy": { "Alow": ["+14155551234"] } }""", $"RecipientPolicy has no member 'Alow'. It has {Members}.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlokAll": true } }""", $"RecipientPolicy has no member 'BlokAll'. It has {Members}.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": null } }""", "RecipientPolicy.BlockAll is neither true nor false. Write one of them, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": "yes" } }""", "RecipientPolicy.BlockAll is neither true nor false. Write one of them, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": [true] } }""", "RecipientPolicy.BlockAll is neither true nor false. Write one of them, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": "+14155551234" } }""", "RecipientPolicy.BlockAll is neither true nor false. Write one of them, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "RedirectTo": ["+14155551234"] } }""", "RecipientPolicy.RedirectTo is not a text. Write one number, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "Allow": "+14155551234" } }""", "RecipientPolicy.Allow is a text in a source of the configuration. Write a list, or leave it out.")]
    [InlineData("""{ "RecipientPolicy_BlockAll": true }""", $"A RecipientPolicy seems to be meant by 'RecipientPolicy_BlockAll'. Write RecipientPolicy, with {Members} in it.")]
    [InlineData("""{ "RecepientPolicy": {} }""", $"A RecipientPolicy seems to be meant by 'RecepientPolicy'. Write RecipientPolicy, with {Members} in it.")]
    [InlineData("""{ "Recipients": { "BlockAll": true } }""", $"A RecipientPolicy seems to be meant by 'Recipients'. Write RecipientPolicy, with {Members} in it.")]
    [InlineData("""{ "Retry": { "RecipientPolicy": { "Allow": [] } } }""", $"A RecipientPolicy seems to be meant by 'Retry'. Write RecipientPolicy, with {Members} in it.")]
    [InlineData("""{ "BlockAll": true }""", $"A RecipientPolicy seems to be meant by 'BlockAll'. Write RecipientPolicy, with {Members} in it.")]
    [InlineData("""{ "Allow": ["+14155551234"] }""", $"A RecipientPolicy seems to be meant by 'Allow'. Write RecipientPolicy, with {Members} in it.")]
    public void PolicyThatIsNotUnderstood_IsAFaultOfTheOptionsThatShowsNoNumber(string json, string sentence)
    {
        using var client = new ConfiguredClient(json);

        var fault = client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().ThrowExactly<OptionsValidationException>().Which;

        fault.Failures.Should().Equal(sentence);
        fault.ToString().Should().NotContain("4155551234");
    }

    [Theory]
    [InlineData("""{ "RecipientPolicy": "none" }""", "RecipientPolicy is a text in a source of the configuration. Write an object*")]
    [InlineData("""{ "RecipientPolicy": "" }""", "RecipientPolicy is empty in a source of the configuration, and has members in another, which stay. Write an object*")]
    [InlineData("""{ "RecipientPolicy": { "Allow": "+14155550000" } }""", "RecipientPolicy.Allow is a text in a source*")]
    [InlineData("""{ "RecipientPolicy": { "Allow": "" } }""", "RecipientPolicy.Allow is empty in a source of the configuration, and has entries in another, which stay. Write a list, or leave it out.")]
    [InlineData("""{ "RecipientPolicy": { "BlockAll": null } }""", "RecipientPolicy.BlockAll is neither true nor false.*")]
    public void SourceThatWritesSomethingElseOverAPolicy_IsAFault(string over, string sentence)
    {
        using var client = new ConfiguredClient("""{ "RecipientPolicy": { "Allow": ["+1415*"], "BlockAll": true } }""", over);

        client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().ThrowExactly<OptionsValidationException>().WithMessage(sentence);
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
    public void RootOfAConfiguration_MayHoldOtherRecipients()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ApiKey", Some.Key), new("RECIPIENT_EMAIL", "a"), new("Allow", "b")]).Build();
        var services = new ServiceCollection();
        services.AddTrackly(configuration);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<TracklyClientOptions>>().Value.RecipientPolicy.Should().BeNull();
    }

    [Fact]
    public void FaultOfAnotherOption_IsNamedByItsWholePath()
    {
        using var client = new ConfiguredClient("""{ "Timeout": "soon" }""");

        client.Invoking(static client => client.Provider.GetRequiredService<ITracklyClient>()).Should().Throw<InvalidOperationException>().WithMessage("*'Trackly:Timeout'*");
    }
}
