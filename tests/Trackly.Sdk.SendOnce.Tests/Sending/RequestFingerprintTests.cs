using System.Security.Cryptography;
using System.Text;
using Trackly.Sdk.SendOnce.Sending;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

public sealed class RequestFingerprintTests
{
    private static readonly SendRequest Request = new()
    {
        To = "+14155551234",
        ListNumber = "+18005551000",
        Body = "Grüße <1> 😀",
        WrapLinks = true,
        ContactData = new ContactData { FirstName = "Ada", CustomFields = new() { ["b"] = 1, ["a"] = "x" } },
        Metadata = new() { ["order"] = "A-1042", ["lines"] = 3 },
    };

    [Fact]
    public void Fingerprint_IsTheSha256OfTheSortedJson()
    {
        const string Canonical =
            """{"body":"Grüße <1> 😀","contact_data":{"custom_fields":{"a":"x","b":1},"first_name":"Ada"},"list_number":"+18005551000","metadata":{"lines":3,"order":"A-1042"},"to":"+14155551234","wrap_links":true}""";

        var expected = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical))).ToLowerInvariant();

        RequestFingerprint.Compute(Request).Should().Be(expected, "rows of earlier versions must still be recognized");
    }

    [Fact]
    public void TheOrderOfMembers_DoesNotMatter() =>
        RequestFingerprint.Compute(Request with { Metadata = new() { ["lines"] = 3, ["order"] = "A-1042" } }).Should().Be(RequestFingerprint.Compute(
            Request));

    [Fact]
    public void TheFormOfANumber_DoesNotMatter() =>
        RequestFingerprint.Compute(Request with { Metadata = new() { ["lines"] = 3.0m, ["order"] = "A-1042" } }).Should().Be(
            RequestFingerprint.Compute(Request));

    public static TheoryData<SendRequest> Others =>
    [
        Request with { To = "+14155551235" },
        Request with { ListNumber = "+18005551001" },
        Request with { Body = "Grüße <1> 😀 " },
        Request with { WrapLinks = null },
        Request with { WrapLinks = false },
        Request with { ContactData = null },
        Request with { ContactData = Request.ContactData! with { FirstName = "ada" } },
        Request with { ContactData = Request.ContactData! with { LastName = "" } },
        Request with { ContactData = Request.ContactData! with { CustomFields = new() { ["b"] = 1 } } },
        Request with { Metadata = null },
        Request with { Metadata = new() { ["order"] = "A-1042", ["lines"] = "3" } },
        Request with { Metadata = new() { ["order"] = "A-1042", ["lines"] = 4 } },
    ];

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void AnyOtherValue_IsAnotherRequest(SendRequest other) =>
        RequestFingerprint.Compute(other).Should().NotBe(RequestFingerprint.Compute(Request));

    [Fact]
    public void AValueThatJsonCannotExpress_IsRefused_WithoutShowingIt()
    {
        var call = () => RequestFingerprint.Compute(Request with { Metadata = new() { ["secret"] = double.NaN } });

        var exception = call.Should().Throw<ArgumentException>().WithMessage("The request holds a value that JSON cannot express, in Metadata or CustomFields. Nothing was sent.*").Which;
        exception.ParamName.Should().Be("request");
        exception.ToString().Should().NotContain("secret").And.NotContain("NaN");
    }

    [Fact]
    public void Take_ASequenceThatCanBeReadOnce_GivesEveryReaderTheSame()
    {
        var numbers = new Queue<int>([1, 4]);
        var once = Enumerable.Range(0, 2).TakeWhile(_ => numbers.Count > 0).Select(_ => numbers.Dequeue());
        var rate = System.Text.Json.JsonDocument.Parse("19.90").RootElement;

        var snapshot = RequestSnapshot.Take(Request with { ContactData = new ContactData { FirstName = "Ada", CustomFields = new() { ["rate"] = rate } }, Metadata = new() { ["lines"] = once } });

        snapshot.Should().Be(Request with { ContactData = new ContactData { FirstName = "Ada", CustomFields = new() { ["rate"] = 19.90m } }, Metadata = new() { ["lines"] = new List<int> { 1, 4 } } });
        RequestFingerprint.Compute(snapshot).Should().Be(RequestFingerprint.Compute(snapshot));
        once.Should().BeEmpty("it has been read");
    }

    [Fact]
    public void Take_NoValuesOfTheCaller_IsTheRequestItself()
    {
        var plain = Request with { ContactData = null, Metadata = null };

        RequestSnapshot.Take(plain).Should().BeSameAs(plain);
    }
}
