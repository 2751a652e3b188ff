using PhoneNumbers;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Corpora;

/// <summary>An example number of every region and kind: the check of E.164 refuses none, and each arrives as it was.</summary>
public sealed class ExampleNumbersTests
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private static readonly string[] Examples =
    [
        .. Numbers.GetSupportedRegions().Order().SelectMany(static region => Enum.GetValues<PhoneNumberType>().Select(kind => Numbers.GetExampleNumberForType(region, kind)))
            .Concat(Numbers.GetSupportedGlobalNetworkCallingCodes().Select(Numbers.GetExampleNumberForNonGeoEntity))
            .Where(static number => number is not null).Select(static number => Numbers.Format(number, PhoneNumberFormat.E164)).Distinct(),
    ];

    [Fact]
    public void Examples_OfEveryRegion_AreInE164()
    {
        Examples.Should().HaveCountGreaterThan(1000);
        Examples.Where(static number => E164.FindProblem(number) is not null).Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_EachOfThem_ArrivesAsItIs()
    {
        var trackly = new FakeTracklyClient();

        foreach (var number in Examples)
            await trackly.SendAsync(new SendRequest(number, number, "Hello"), TestContext.Current.CancellationToken);

        trackly.Queued.Select(static message => message.Request.To).Should().Equal(Examples);
    }
}
