using Trackly.Sdk.Messages;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The table of docs/many.md: which message an error of a bulk response belongs to. A, R and U are accepted, rejected and unknown.</summary>
public sealed class BulkAttributionTests
{
    private static readonly SendRequest[] Messages =
    [
        new("+14155550001", "+18005551000", "one"), new("+14155550002", "+18005551000", "two"), new("+14155550003", "+18005551000", "three"),
        // The same recipient twice, so that the number alone does not tell which.
        new("+14155550004", "+18005551000", "four"), new("+14155550004", "+18005551000", "five"),
    ];

    public static TheoryData<string, int, int, string, string> Rows => new()
    {
        { "no error", 5, 0, "", "AAAAA" },
        { "by index", 3, 2, "1 4", "ARAAR" },
        { "by index and number", 4, 1, "2+14155550003", "AARAA" },
        { "by a number that is unique", 4, 1, "+14155550002", "ARAAA" },
        { "by a number without the plus sign", 4, 1, "14155550002", "ARAAA" },
        { "by a number that two messages have", 4, 1, "+14155550004", "UUUUU" },
        { "by a number that no message has", 4, 1, "+14155559999", "UUUUU" },
        { "some by index, some by nothing", 3, 2, "0 ?", "RUUUU" },
        { "a list that is cut", 2, 3, "0 1", "RRUUU" },
        { "no list", 4, 1, "", "UUUUU" },
        { "no list, and nothing is queued", 0, 5, "", "RRRRR" },
        { "a list that is cut, and nothing is queued", 0, 5, "3", "RRRRR" },
        { "the counts are too small", 3, 1, "1", "UUUUU" },
        { "the counts are too large", 5, 1, "1", "UUUUU" },
        { "more errors than counted", 4, 1, "1 2", "UUUUU" },
        { "an error, and all queued", 5, 0, "1", "UUUUU" },
        { "the same message twice", 3, 2, "1 1", "URUUU" },
        { "an index outside the call", 4, 1, "5", "UUUUU" },
        { "a negative index", 4, 1, "-1", "UUUUU" },
        { "an index that the number contradicts", 4, 1, "1+14155550003", "UUUUU" },
        { "one contradicted index, so none counts alone", 3, 2, "0 1+14155550003", "UUUUU" },
        { "one contradicted index, and one that its number confirms", 3, 2, "0+14155550001 1+14155550003", "RUUUU" },
        { "one index outside the call, and one number that is unique", 3, 2, "5 +14155550002", "URUUU" },
        { "one index outside the call, and one beside a number that two messages have", 3, 2, "5 3+14155550004", "UUUUU" },
        { "what is no error at all", 4, 1, "?", "UUUUU" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Attribute_EachShapeOfErrorList_EndsAsDocumented(string shape, int queued, int refused, string errors, string expected)
    {
        var reply = new BulkReply(queued, refused, [.. errors.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Parse)]);

        new string([.. BulkAttribution.Attribute(Messages, reply).Select(static result => result.Outcome.ToString()[0])]).Should().Be(expected, shape);
    }

    [Fact]
    public void Attribute_SeveralErrors_EachStaysWithItsMessage()
    {
        var reply = new BulkReply(3, 2, [new BulkError(4, null, "list_not_found", null), new BulkError(null, "+14155550002", "invalid_phone", null)]);

        BulkAttribution.Attribute(Messages, reply).Select(static result => result.Error?.Code).Should().Equal(null, "invalid_phone", null, null, "list_not_found");
    }

    [Fact]
    public void Attribute_SeveralErrorsOfOneMessage_KeepsTheFirst()
    {
        var reply = new BulkReply(3, 2, [new BulkError(1, null, "invalid_phone", null), new BulkError(1, null, "list_not_found", null)]);

        BulkAttribution.Attribute(Messages, reply)[1].Error?.Code.Should().Be("invalid_phone");
    }

    [Fact]
    public void Attribute_AnEmptyNumber_IsThatOfNoMessage() =>
        BulkAttribution.Attribute(Messages, new BulkReply(4, 1, [new BulkError(null, "", "invalid_phone", null)])).Should().OnlyContain(static result => result.Error == null);

    private static BulkError Parse(string error)
    {
        if (error == "?")
            return default;
        var plus = error.IndexOf('+');
        return plus < 0 && error.Length > 5 ? new BulkError(null, error, "code", null)
            : new BulkError(plus == 0 ? null : int.Parse(plus < 0 ? error : error.Substring(0, plus), System.Globalization.CultureInfo.InvariantCulture), plus < 0 ? null : error.Substring(plus), "code", null);
    }
}
