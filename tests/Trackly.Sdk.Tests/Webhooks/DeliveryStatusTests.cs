using System.ComponentModel;
using System.Text.Json;

namespace Trackly.Sdk.Tests.Webhooks;

public sealed class DeliveryStatusTests
{
    /// <summary>Every status of both vocabularies of Trackly's pages. People store these numbers: they never change.</summary>
    public static TheoryData<string, int, bool> Known => new()
    {
        { "queued", 1, false },
        { "sent", 2, false },
        { "pending", 2, false },
        { "undeliverable", 3, true },
        { "undelivered", 3, true },
        { "expired", 3, true },
        { "rejected", 3, true },
        { "failed", 3, true },
        { "dropped", 3, true },
        { "orphaned", 3, true },
        { "delivered", 4, true },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_HasItsRank(string value, int rank, bool isFinal)
    {
        var status = new DeliveryStatus(value);

        (status.Value, status.Rank, status.IsFinal, status.ToString()).Should().Be((value, rank, isFinal, value));
        new DeliveryStatus(value.ToUpperInvariant()).Rank.Should().Be(rank);
    }

    [Fact]
    public void Statics_AreTheWordsOfTheEventsPage() =>
        new[] { DeliveryStatus.Pending, DeliveryStatus.Delivered, DeliveryStatus.Undeliverable, DeliveryStatus.Expired, DeliveryStatus.Rejected }
            .Select(static status => status.Value).Should().Equal("pending", "delivered", "undeliverable", "expired", "rejected");

    [Fact]
    public void Unknown_KeepsItsValue_AndNeverOverwritesAKnownOne()
    {
        var status = new DeliveryStatus("teleported");

        (status.Value, status.Rank, status.IsFinal, status.ToString()).Should().Be(("teleported", 0, false, "teleported"));
    }

    [Fact]
    public void Equality_IgnoresCase()
    {
        var upper = new DeliveryStatus("DELIVERED");

        (upper == DeliveryStatus.Delivered && upper.Equals((object)DeliveryStatus.Delivered)).Should().BeTrue();
        (upper != DeliveryStatus.Delivered).Should().BeFalse();
        upper.GetHashCode().Should().Be(DeliveryStatus.Delivered.GetHashCode());
        (upper == DeliveryStatus.Pending || upper.Equals("DELIVERED")).Should().BeFalse();
    }

    [Fact]
    public void Default_IsEmpty_LikeTheEmptyString()
    {
        (default(DeliveryStatus).Value, default(DeliveryStatus).Rank, default(DeliveryStatus).ToString()).Should().Be(("", 0, ""));
        default(DeliveryStatus).Should().Be(new DeliveryStatus(""));
        default(DeliveryStatus).GetHashCode().Should().Be(new DeliveryStatus("").GetHashCode());
    }

    [Theory]
    [InlineData("+14155550142")]
    [InlineData("Dear Marigold, it is here")]
    public void ToString_OfWhatIsNoStatus_ShowsNothing(string value) => new DeliveryStatus(value).ToString().Should().Be("***");

    [Fact]
    public void Json_IsAString_AsValueAndAsKey()
    {
        var statuses = new Dictionary<DeliveryStatus, DeliveryStatus> { [DeliveryStatus.Pending] = new("Teleported") };

        var json = JsonSerializer.Serialize(statuses);

        json.Should().Be("""{"pending":"Teleported"}""");
        JsonSerializer.Deserialize<Dictionary<DeliveryStatus, DeliveryStatus>>(json)![DeliveryStatus.Pending].Value.Should().Be("Teleported");
    }

    [Fact]
    public void Json_OfAnotherType_IsRefused() =>
        FluentActions.Invoking(static () => JsonSerializer.Deserialize<DeliveryStatus>("5"))
            .Should().Throw<JsonException>().WithMessage("DeliveryStatus must be a JSON string.*");

    /// <summary>Newtonsoft.Json and configuration binding convert through this.</summary>
    [Fact]
    public void TypeConverter_RoundTripsTheValue()
    {
        var converter = TypeDescriptor.GetConverter(typeof(DeliveryStatus));

        converter.CanConvertFrom(typeof(string)).Should().BeTrue();
        converter.ConvertToInvariantString(new DeliveryStatus("+1 ?")).Should().Be("+1 ?");
        converter.ConvertFromInvariantString("+1 ?").Should().Be(new DeliveryStatus("+1 ?"));
    }
}
