namespace Trackly.Sdk.Tests.Segments;

/// <summary>Estimates are equal by what they say.</summary>
public sealed class SmsSegmentEstimateTests
{
    private static readonly SmsSegmentEstimate Estimate = SmsSegments.Measure("Café – 5 €");

    public static TheoryData<SmsSegmentEstimate> Others =>
    [
        Estimate with { Encoding = SmsEncoding.Gsm7 },
        Estimate with { Segments = 2 },
        Estimate with { Units = 11 },
        Estimate with { UnitsPerSegment = 67 },
        Estimate with { UnitsLeft = 59 },
        Estimate with { ForcedUnicode = [] },
        Estimate with { ForcedUnicode = [Estimate.ForcedUnicode[0] with { Occurrences = 2 }] },
    ];

    [Fact]
    public void Equals_AnEstimateOfTheSameString_IsEqualAndHasTheSameHashCode()
    {
        var same = SmsSegments.Measure("Café – 5 €");

        Estimate.Equals(same).Should().BeTrue();
        Estimate.GetHashCode().Should().Be(same.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Equals_AnEstimateThatDiffersInOneMember_IsNotEqual(SmsSegmentEstimate other) => Estimate.Equals(other).Should().BeFalse();

    [Fact]
    public void Equals_Null_IsNotEqual() => Estimate.Equals(null).Should().BeFalse();

    [Fact]
    public void GetHashCode_OfDifferentEstimates_Differs() =>
        Enumerable.Range(0, 10).Select(static segments => (Estimate with { Segments = segments }).GetHashCode()).Distinct().Should().HaveCountGreaterThan(1);
}
