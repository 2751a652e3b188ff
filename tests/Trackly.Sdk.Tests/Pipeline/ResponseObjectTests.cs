using System.Text;
using Trackly.Sdk.Pipeline.Json;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>The members of a JSON object, taken one by one: one of another type counts as absent and stays.</summary>
public sealed class ResponseObjectTests
{
    private static readonly string[] Types = ["\"text\"", "true", "5", "1.5", "{}", "[]", "null", "\"\\ud800\""];

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void Parse_WhatIsNotOneObject_IsNull(string json) => ResponseObject.Parse(Encoding.UTF8.GetBytes(json)).Should().BeNull();

    [Fact]
    public void Take_AMemberOfAnotherType_IsNullAndLeavesIt()
    {
        ShouldTake("\"text\"", static (json, name) => json.TakeString(name), "text");
        ShouldTake("true", static (json, name) => json.TakeBoolean(name), true);
        ShouldTake("5", static (json, name) => json.TakeInt32(name), 5);
        ShouldTake(["5", "1.5"], static (json, name) => json.TakeDecimal(name));
        ShouldTake(["{}"], static (json, name) => json.TakeObject(name));
        ShouldTake(["[]"], static (json, name) => json.TakeObjects(name));
        ShouldTake(["{}"], static (json, name) => json.TakeValues(name));
        ShouldTake([], static (json, name) => json.TakeTime(name));
    }

    [Fact]
    public void Take_False_IsFalseAndNotAbsent() => Parse("false").TakeBoolean("value").Should().BeFalse();

    [Fact]
    public void Take_ANumberThatDoesNotFit_IsNull()
    {
        Parse("2147483648").TakeInt32("value").Should().BeNull();
        Parse("1e40").TakeDecimal("value").Should().BeNull();
    }

    [Fact]
    public void Take_ANameInAnotherCase_IsAnotherMember()
    {
        Parse("1").TakeInt32("VALUE").Should().BeNull();
        Parse("""1, "VALUE": 2""").GetOthers().Keys.Should().BeEquivalentTo("value", "VALUE");
    }

    [Theory]
    [InlineData("2025-03-15", "2025-03-15T00:00:00Z")]
    [InlineData("2025-03-15T10:20:30Z", "2025-03-15T10:20:30Z")]
    [InlineData("2025-03-15T10:20:30", "2025-03-15T10:20:30Z")]
    [InlineData("2025-03-15T10:20:30+02:00", "2025-03-15T08:20:30Z")]
    [InlineData("", null)]
    [InlineData("10:20", null)]
    [InlineData("2025-3-15", null)]
    [InlineData("10:20:30 AM", null)]
    [InlineData("15 March 2025", null)]
    [InlineData("2025-13-15", null)]
    public void TakeTime_ATimeWithADate_IsInUtc(string text, string? time)
    {
        var taken = Parse($"\"{text}\"").TakeTime("value");

        taken?.Offset.Should().Be(TimeSpan.Zero);
        taken?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture).Should().Be(time);
        taken.HasValue.Should().Be(time is not null);
    }

    [Fact]
    public void TakeObjects_AnItemThatIsNoObject_IsNull()
    {
        var items = Parse("""[{ "a": 1 }, 5, null]""").TakeObjects("value");

        items.Should().HaveCount(3);
        items![0]!.TakeInt32("a").Should().Be(1);
        items.Skip(1).Should().OnlyContain(static item => item == null);
    }

    [Fact]
    public void TakeValues_AnObject_HasTheValuesThatCanBeRead() =>
        Parse("""{ "text": "x", "on": true, "off": false, "none": null, "number": 5, "broken": "\ud800" }""").TakeValues("value")
            .Should().Equal(new Dictionary<string, object?> { ["text"] = "x", ["on"] = true, ["off"] = false, ["none"] = null, ["number"] = 5L });

    [Fact]
    public void TakeValues_KeysThatDifferInCaseAlone_AreTwo() => Parse("""{ "a": "x", "A": "y" }""").TakeValues("value").Should().HaveCount(2);

    [Theory]
    [InlineData("""1, "a": 1""", """1, "a": 1""", true)]
    [InlineData("1", """1, "a": 1""", false)]
    [InlineData("""1, "a": 1""", """1, "b": 1""", false)]
    [InlineData("""1, "a": 1""", """1, "a": 2""", false)]
    public void AreEqual_ComparesNamesAndJson(string left, string right, bool areEqual) =>
        ResponseObject.AreEqual(Parse(left).GetOthers(), Parse(right).GetOthers()).Should().Be(areEqual);

    [Fact]
    public void GetOthers_ReturnsWhatIsNotTakenAndCanBeRead()
    {
        var json = Parse("""1, "taken": 2, "broken": ["\ud800"], "inner": { "a": { "\ud800": 1 } }, "list": [{ "a": "b" }]""");
        json.TakeInt32("taken");

        json.GetOthers().Keys.Should().BeEquivalentTo("value", "list");
    }

    private static ResponseObject Parse(string value) => ResponseObject.Parse(Encoding.UTF8.GetBytes($"{{ \"value\": {value} }}"))!;

    private static void ShouldTake<T>(string json, Func<ResponseObject, string, T> take, T expected)
    {
        take(Parse(json), "value").Should().Be(expected);
        ShouldTake([json], take);
    }

    /// <summary>Of all types, only these are taken. A null is taken as nothing.</summary>
    private static void ShouldTake<T>(string[] taken, Func<ResponseObject, string, T> take)
    {
        foreach (var type in Types)
        {
            var json = Parse(type);
            (take(json, "value") is not null).Should().Be(taken.Contains(type), type);
            json.GetOthers().ContainsKey("value").Should().Be(!taken.Contains(type) && type is not "null" and not "\"\\ud800\"", type);
        }
    }
}
