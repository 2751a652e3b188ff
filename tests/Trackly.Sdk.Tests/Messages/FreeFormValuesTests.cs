using System.Collections.ObjectModel;
using System.Dynamic;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>Metadata and custom fields: which values have a JSON form, and the errors for all others.</summary>
public sealed class FreeFormValuesTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { "text", "\"text\"" },
        { true, "true" },
        { 'x', "\"x\"" },
        { (byte)7, "7" },
        { (sbyte)-7, "-7" },
        { (short)-7, "-7" },
        { (ushort)7, "7" },
        { 7, "7" },
        { 7u, "7" },
        { long.MinValue, "-9223372036854775808" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5, "1.5" },
        { 1.5f, "1.5" },
        { 19.90m, "19.90" },
        { BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture), "123456789012345678901234567890" },
        { DBNull.Value, "null" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"" },
        { new Uri("https://example.com/a b"), "\"https://example.com/a b\"" },
        { new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)), "\"2026-03-01T12:00:00+02:00\"" },
        { new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), "\"2026-03-01T12:00:00Z\"" },
        { TimeSpan.FromMinutes(90), "\"01:30:00\"" },
        { new byte[] { 1, 2, 3 }, "\"AQID\"" },
        { Enumerable.Range(1, 2), "[1,2]" },
        { new List<object?> { 1, "two", null }, "[1,\"two\",null]" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{\"a\":1}" },
        { new ReadOnlyDictionary<string, string>(new Dictionary<string, string> { ["a"] = "b" }), "{\"a\":\"b\"}" },
        { CreateExpando(), "{\"a\":1}" },
        { CreateShared(), "[{\"a\":1},{\"a\":1},{\"a\":1},{\"a\":1}]" },
        { JsonSerializer.SerializeToElement(Enumerable.Range(1, 1)), "[1]" },
        { JsonNode.Parse("{\"a\":[1]}"), "{\"a\":[1]}" },
        { JsonDocument.Parse("{\"a\":[1]}"), "{\"a\":[1]}" },
#if NET
        { new DateOnly(2026, 3, 1), "\"2026-03-01\"" },
        { new TimeOnly(12, 30), "\"12:30:00.0000000\"" },
        { (Half)1.5, "1.5" },
        { Int128.MaxValue, "170141183460469231731687303715884105727" },
#endif
    };

    public static TheoryData<Func<object>, string, string> Refused => new()
    {
        { static () => new object(), "metadata.value", "is of the type System.Object, which has no JSON form here: pass JsonSerializer.SerializeToElement(value) instead." },
        { static () => new object[] { 1, new { Name = "Ann" } }, "metadata.value[1]", "is of the type <>f__AnonymousType*" },
        { static () => new Dictionary<string, object?> { ["inner"] = double.NaN }, "metadata.value.inner", "is NaN, which JSON has no form for: use a finite number or null." },
        { static () => float.NaN, "metadata.value", "is NaN, which JSON has no form for: use a finite number or null." },
        { static () => double.PositiveInfinity, "metadata.value", "is infinite, which JSON has no form for: use a finite number or null." },
        { static () => float.NegativeInfinity, "metadata.value", "is infinite, which JSON has no form for: use a finite number or null." },
        { static () => "a\uD83D", "metadata.value", "has half of a surrogate pair, which would arrive as another character: remove it." },
        { static () => new Dictionary<string, object?> { ["a\uD83D"] = 1 }, "metadata.value", "has a key with half of a surrogate pair, which would arrive as another key: remove it." },
        { static () => new Dictionary<int, string> { [1] = "a" }, "metadata.value", "has a key of the type System.Int32: use strings as keys." },
        { CreateCycle, "metadata.value.self", "contains itself: break the cycle." },
        { static () => Nest(65), $"metadata.value{string.Concat(Enumerable.Repeat("[0]", 63))}", "is nested more than 64 levels deep: make it flatter." },
        { static () => default(JsonElement), "metadata.value", "is a JSON value that cannot be written, *" },
        { CreateDisposed, "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => JsonValue.Create("a\uD83D"), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => JsonValue.Create('\uD83D'), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => new JsonArray(new JsonObject { ["a"] = "\uD83D" }), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => new JsonObject { ["\uD83D"] = 1 }, "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => NestNode(70), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => new Newtonsoft.Json.Linq.JValue(Guid.Empty), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => new Newtonsoft.Json.Linq.JConstructor("Date", 1), "metadata.value", "is a JSON value that cannot be written, *" },
        { static () => new Uri("a\uD83D", UriKind.Relative), "metadata.value", "has half of a surrogate pair, which would arrive as another character: remove it." },
        { static () => Enumerable.Range(0, 3).Select(static number => number < 2 ? number : throw new NotSupportedException("Ann")), "metadata.value", "is a sequence or dictionary that cannot be read: it throws System.NotSupportedException. Pass a list or an array that nothing changes meanwhile." },
        { static () => new object[] { new ThrowingDictionary() }, "metadata.value[0]", "is a sequence or dictionary that cannot be read: it throws System.TimeoutException. *" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void WriteValues_Value_IsWrittenWithoutReflection(object? value, string json) =>
        Serialize(Some.Request() with { Metadata = new() { ["value"] = value } }).Should().EndWith($"\"metadata\":{{\"value\":{json}}}}}");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task SendAsync_ValueWithoutAJsonForm_IsRefusedByItsPath(Func<object> create, string field, string message)
    {
        using var client = new ClientUnderTest();

        var error = (await client.FailAsync<TracklyValidationException>(Some.Request() with { Metadata = new() { ["value"] = create() } }))
            .Errors.Should().ContainSingle().Which;

        (error.Code, error.Field).Should().Be((TracklyErrorCode.InvalidJson, field));
        error.Message.Should().Match($"'{field}' {message}").And.NotContain("Ann");
    }

    [Fact]
    public async Task SendAsync_KeyThatMayBePrivate_IsMaskedInTheMessage()
    {
        using var client = new ClientUnderTest();

        var exception = await client.FailAsync<TracklyValidationException>(Some.Request() with { Metadata = new() { [Some.Recipient] = double.NaN } });

        exception.Errors.Single().Field.Should().Be("metadata.***");
        exception.ToString().Should().NotContain(Some.Recipient);
    }

    [Fact]
    public void Write_VeryDeepSharedOrEndlessValues_EndsQuickly()
    {
        FindProblem(Nest(50_000)).Message.Should().StartWith("is nested more than 64 levels");
        FindProblem(Share(100)).Message.Should().StartWith("is nested more than 64 levels");
        FindProblem(Share(50)).IsTooLarge.Should().BeTrue("its tree has more values than 5 MB have bytes");
        FindProblem(GetEndless()).IsTooLarge.Should().BeTrue();
    }

    [Fact]
    public async Task SendAsync_EndlessSequence_IsTooLarge()
    {
        using var client = new ClientUnderTest();

        var error = (await client.FailAsync<TracklyValidationException>(Some.Request() with { Metadata = new() { ["lines"] = GetEndless() } })).Errors.Should().ContainSingle().Which;

        error.Code.Should().Be(TracklyErrorCode.PayloadTooLarge);
        error.Message.Should().Match("'metadata.lines[*]' makes the request larger than Trackly takes, 5 MB as JSON: send less.");
    }

    [Fact]
    public void Write_ExactlyTheLimitOfARequest_IsNotTooLarge()
    {
        const int Largest = 5 * 1024 * 1024;
        var around = "{\"v\":\"\"".Length;

        FreeFormJson.Write(new() { ["v"] = new string('x', Largest - around) }).Json.Should().HaveCount(Largest + 1);
        FindProblem(new string('x', Largest)).IsTooLarge.Should().BeTrue();
    }

    [Fact]
    public void Deepest_Value_IsStillWritten() => FreeFormJson.Write(new() { ["value"] = Nest(62) }).Json.Should().NotBeEmpty();

    [Fact]
    public void Deepest_JsonOfTheCaller_IsSentAndCompared()
    {
        var deepest = Nest(63, Parse("[1]"));

        Serialize(Some.Request() with { Metadata = new() { ["value"] = deepest } }).Should().Contain("[1]");
        (Some.Request() with { Metadata = new() { ["a"] = deepest, ["b"] = 1 } }).Should().Be(Some.Request() with { Metadata = new() { ["b"] = 1, ["a"] = deepest } });
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Node_AtOrBeyondTheDepthLimit_IsWrittenOrRejected_EvenIfTheWriterPermitsMore(int levels, bool isWritten)
    {
        using var writer = new Utf8JsonWriter(Stream.Null, new JsonWriterOptions { MaxDepth = 2_000 });
        JsonNode objects = 1, arrays = 1;
        for (var level = 0; level < levels; level++)
            (objects, arrays) = (new JsonObject { ["a"] = objects }, new JsonArray(arrays));

        foreach (var node in new[] { objects, arrays })
        {
            writer.Reset();
            var write = () => new FreeFormJsonConverter().Write(writer, new() { ["value"] = node }, JsonSerializerOptions.Default);

            if (isWritten)
                write.Should().NotThrow();
            else
                write.Should().Throw<JsonException>().WithMessage("The value.value is a JSON value that cannot be written, *");
        }
    }

    [Fact]
    public async Task SendAsync_ValuesThatChangeWhileTheyAreRead_AreRefused()
    {
        using var client = new ClientUnderTest();
        var metadata = new Dictionary<string, object?>();
        metadata["lines"] = Enumerable.Range(0, 1).Select(line => metadata["other"] = line);

        var error = (await client.FailAsync<TracklyValidationException>(Some.Request() with { Metadata = metadata })).Errors.Should().ContainSingle().Which;

        error.Message.Should().Be(
            "'metadata' is a sequence or dictionary that cannot be read: it throws System.InvalidOperationException. Pass a list or an array that nothing changes meanwhile.");
    }

    [Theory]
    [InlineData("[]", "A JSON object is expected.*")]
    [InlineData("""{"a":1,"a":2}""", "The JSON object has a duplicate property.*")]
    public void Deserialize_MetadataThatIsNoObjectOrHasAKeyTwice_IsRefused(string metadata, string message) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<SendRequest>($$"""{"to":"","list_number":"","body":"","metadata":{{metadata}} }""")).Should()
            .Throw<JsonException>().WithMessage(message);

    [Fact]
    public void Serialize_AValueWithoutAJsonForm_IsRefusedByItsPath() =>
        FluentActions.Invoking(static () => JsonSerializer.Serialize(Some.Request() with { Metadata = new() { ["rates"] = new[] { 1, double.NaN } } })).Should()
            .Throw<JsonException>().WithMessage("The value.rates[1] is NaN, which JSON has no form for: use a finite number or null.");

    [Fact]
    public void Converter_WithoutAWriterOrValues_NamesWhatIsMissing()
    {
        var converter = new FreeFormJsonConverter();
        using var writer = new Utf8JsonWriter(Stream.Null);

        converter.Invoking(static it => it.Write(null!, [], JsonSerializerOptions.Default)).Should().Throw<ArgumentNullException>().WithParameterName("writer");
        converter.Invoking(it => it.Write(writer, null!, JsonSerializerOptions.Default)).Should().Throw<ArgumentNullException>().WithParameterName("value");
    }

    [Fact]
    public async Task SendAsync_SequencesThatCanBeReadOnce_AreReadOnceAndSentWhole()
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(503, retryAfter: "1").Accepts();
        var (lines, tags) = (new OneTimeSequence("a", "b"), new OneTimeSequence(1, 2));
        var request = Some.Request() with
        {
            ContactData = new() { CustomFields = new() { ["tags"] = tags } },
            Metadata = new() { ["order"] = new Dictionary<string, object?> { ["lines"] = lines } },
        };

        await client.SendAsync(request);

        client.Wire.Requests.Should().HaveCount(2).And.OnlyContain(sent =>
            sent.Body!.Contains("""{"custom_fields":{"tags":[1,2]}}""") && sent.Body.Contains("""{"order":{"lines":["a","b"]}}"""));
        (lines.Reads, tags.Reads).Should().Be((1, 1));
        request.Metadata["order"].Should().BeOfType<Dictionary<string, object?>>("the caller's request stays as it is").Which["lines"].Should().BeSameAs(lines);
    }

    [Fact]
    public async Task SendAsync_RedirectedOrRaw_ReadsASequenceOnceToo()
    {
        using var client = new ClientUnderTest(options => options.RecipientPolicy = new() { RedirectTo = "+14155550100" });
        client.Wire.Accepts();
        var (lines, raw) = (new OneTimeSequence("a"), new OneTimeSequence("b"));

        await client.SendAsync(Some.Request() with { Metadata = new() { ["lines"] = lines } });
        Serialize(new SendRawRequest(Some.Recipient, Some.ListNumber, Some.Text) { Metadata = new() { ["lines"] = raw } }).Should().Contain("""{"lines":["b"]}""");

        client.Wire.Requests.Single().Body.Should().Contain("+14155550100").And.Contain("""{"lines":["a"]}""");
        (lines.Reads, raw.Reads).Should().Be((1, 1));
    }

    [Fact]
    public async Task SendAsync_SequenceWithAWrongItem_IsReadOnceAndNeverSent()
    {
        using var client = new ClientUnderTest();
        var lines = new OneTimeSequence("a", double.NaN);

        var exception = await client.FailAsync<TracklyValidationException>(Some.Request() with { To = "x", Metadata = new() { ["lines"] = lines } });

        exception.Errors.Select(static error => error.Field).Should().Equal("to", "metadata.lines[1]");
        lines.Reads.Should().Be(1);
        client.Wire.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Equals_ReadsEachSequenceOnce_AndNeverThrows()
    {
        var (left, right) = (new OneTimeSequence("a"), new OneTimeSequence("a"));

        (Some.Request() with { Metadata = new() { ["lines"] = left } }).Should().Be(Some.Request() with { Metadata = new() { ["lines"] = right } });
        (left.Reads, right.Reads).Should().Be((1, 1));
        (Some.Request() with { Metadata = new() { ["json"] = Parse("""{"a":1,"a":2}""") } }).Should()
            .Be(Some.Request() with { Metadata = new() { ["json"] = Parse("""{"a":1,"a":2}""") } })
            .And.NotBe(Some.Request() with { Metadata = new() { ["json"] = Parse("""{"a":1,"a":3}""") } });
        (Some.Request() with { Metadata = new() { ["lines"] = new ThrowingDictionary() } }).Should().NotBe(Some.Request() with { Metadata = new() { ["lines"] = new ThrowingDictionary() } });
    }

    [Fact]
    public void RoundTrip_OfARequest_IsEqual()
    {
        var request = Some.Request() with
        {
            WrapLinks = true,
            ContactData = new() { FirstName = "Zoë", CustomFields = new() { ["visits"] = 3, ["rate"] = 0.1m, ["tags"] = new[] { "a", "b" } } },
            Metadata = new() { ["order_id"] = "A-1042", ["paid"] = false, ["none"] = null },
        };

        var read = JsonSerializer.Deserialize<SendRequest>(JsonSerializer.Serialize(request))!;

        read.Should().Be(request);
        read.GetHashCode().Should().Be(request.GetHashCode());
        (read with { Metadata = new() { ["order_id"] = "A-1043" } }).Should().NotBe(request);
        (read with { Metadata = null }).Should().NotBe(request);
    }

    [Fact]
    public void Equals_OtherOrderAndOtherNumberType_IsTheSameJson() =>
        (Some.Request() with { Metadata = new() { ["a"] = 1, ["b"] = 2 } }).Should().Be(Some.Request() with { Metadata = new() { ["b"] = 2L, ["a"] = (byte)1 } });

    private static string Serialize<TRequest>(TRequest request)
        where TRequest : class
    {
        var errors = new RequestErrors();
        var json = request is SendRawRequest raw
            ? SendRawOperation.Instance.Serialize(SendRawOperation.Instance.WriteValues(raw, errors))
            : SendOperation.Instance.Serialize(SendOperation.Instance.WriteValues((SendRequest)(object)request, errors));
        errors.ToException().Should().BeNull();
        return Encoding.UTF8.GetString(json);
    }

    private static FreeFormValueException FindProblem(object value) =>
        FluentActions.Invoking(() => FreeFormJson.Write(new() { ["value"] = value })).Should().ThrowExactly<FreeFormValueException>().Which;

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static IEnumerable<int> GetEndless()
    {
        while (true)
            yield return 1;
    }

    private static object Nest(int levels, object? innermost = null)
    {
        var value = innermost ?? "x";
        for (var level = 0; level < levels; level++)
            value = new[] { value };
        return value;
    }

    private static JsonArray NestNode(int levels)
    {
        JsonArray node = [];
        for (var level = 1; level < levels; level++)
            node = [node];
        return node;
    }

    /// <summary>Each level holds the next one twice: as a tree it has more nodes than time permits.</summary>
    private static object Share(int levels)
    {
        object value = "x";
        for (var level = 0; level < levels; level++)
            value = new[] { value, value };
        return value;
    }

    private static Dictionary<string, object?> CreateCycle()
    {
        var cycle = new Dictionary<string, object?>();
        cycle["self"] = cycle;
        return cycle;
    }

    private static JsonDocument CreateDisposed()
    {
        var document = JsonDocument.Parse("{}");
        document.Dispose();
        return document;
    }

    /// <summary>The same objects side by side, which is no cycle.</summary>
    private static object[] CreateShared()
    {
        var (values, others) = (new Dictionary<string, object?> { ["a"] = 1 }, new Dictionary<string, int> { ["a"] = 1 });
        return [values, values, others, others];
    }

    private static ExpandoObject CreateExpando()
    {
        var expando = new ExpandoObject();
        ((IDictionary<string, object?>)expando)["a"] = 1;
        return expando;
    }
}
