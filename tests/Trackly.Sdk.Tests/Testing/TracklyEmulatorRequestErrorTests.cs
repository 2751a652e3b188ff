using System.Net;
using System.Text;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The errors that the emulator returns before it looks at the fields.</summary>
public sealed class TracklyEmulatorRequestErrorTests : EmulatorErrorTest
{
    private const string Good = """{"to":"+14155551234","list_number":"+18005551000","body":"Hi"}""";

    [Theory]
    [InlineData("")]
    [InlineData("{\"to\":")]
    [InlineData("{\"to\":\"+14155551234\",}")]
    [InlineData("to=%2B14155551234")]
    [InlineData(Good + Good)]
    [InlineData("{\"to\":\"+14155551234\",\"list_number\":\"+18005551000\",\"body\":\"\\uD83D\"}")]
    [InlineData("{\"to\":\"+14155551234\",\"list_number\":\"+18005551000\",\"body\":\"Hi\",\"metadata\":{\"\\uDC4B\":1}}")]
    public async Task Send_MalformedJson_IsAnErrorWithoutACode(string body) =>
        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(body), HttpStatusCode.BadRequest, "JSON");

    [Fact]
    public async Task Send_BytesThatAreNotUtf8_AreMalformedJson()
    {
        var latin1 = Encoding.Latin1.GetBytes(Good.Replace("Hi", "Grüße", StringComparison.Ordinal));

        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(latin1), HttpStatusCode.BadRequest, "JSON");
    }

    [Fact]
    public async Task Send_JsonOfBottomlessDepth_IsAnError() =>
        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(new string('[', 100_000)), HttpStatusCode.BadRequest, "JSON");

    [Fact]
    public async Task Send_JsonThatIsNestedTooDeep_IsAnErrorThatSaysSo()
    {
        var metadata = string.Concat(Enumerable.Repeat("[", 600)) + new string(']', 600);

        ShouldBeAnErrorWithoutACode(
            await Caller.SendAsync(Good[..^1] + ",\"metadata\":{\"x\":" + metadata + "}}"),
            HttpStatusCode.BadRequest, "nested deeper than 512 levels");
    }

    [Theory]
    [InlineData("[" + Good + "]")]
    [InlineData("\"+14155551234\"")]
    [InlineData("null")]
    public async Task Send_JsonThatIsNoObject_IsAnErrorWithoutACode(string json) =>
        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(json), HttpStatusCode.BadRequest, "object");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Send_AnotherContentType_IsAnError(string contentType) =>
        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(Good, contentType: contentType), HttpStatusCode.UnsupportedMediaType, "application/json");

    [Fact]
    public async Task Send_NoBodyAtAll_IsAnError()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Headers.Add("X-Api-Key", Emulator.ApiKey);

        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(request), HttpStatusCode.UnsupportedMediaType, "application/json");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Send_NoKey_IsMissingApiKey(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Content = new StringContent(Good, Encoding.UTF8, "application/json");
        request.Headers.Add("Authorization", "Bearer " + Emulator.ApiKey);
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);

        var response = await Caller.SendAsync(request);

        ShouldBeAnError(response, HttpStatusCode.Unauthorized, "missing_api_key");
        response.Text.Should().Be("""{"error":"API key required","code":"missing_api_key"}""");
    }

    [Theory]
    [InlineData("trk_another")]
    [InlineData("TRK_EMULATOR000000000000000000000000")]
    [InlineData("trk_emulator000000000000000000000000, trk_emulator000000000000000000000000")]
    public async Task Send_AnotherKey_IsInvalidApiKeyWhateverTheBody(string key)
    {
        var response = await Caller.SendAsync("no JSON", key: key);

        ShouldBeAnError(response, HttpStatusCode.Unauthorized, "invalid_api_key");
        response.Text.Should().Be("""{"error":"Invalid API key","code":"invalid_api_key"}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_OneByteOverFiveMegabytes_IsTooLarge(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress + "v2/send");
        request.Headers.Add("X-Api-Key", Emulator.ApiKey);
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = new StringContent(Good.PadRight((5 * 1024 * 1024) + 1), Encoding.UTF8, "application/json");

        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(request), HttpStatusCode.RequestEntityTooLarge, "5 MB");
    }

    [Theory]
    [InlineData("v2/sends")]
    [InlineData("v1/send")]
    [InlineData("v2/send/")]
    [InlineData("/v2/send")]
    [InlineData("V2/send")]
    [InlineData("")]
    public async Task Send_ToAnotherPath_IsNotFound(string path) =>
        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(Good, path), HttpStatusCode.NotFound, "POST /api/v2/send");

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Send_WithAnotherMethod_IsNotAllowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Emulator.BaseAddress + "v2/send");

        ShouldBeAnErrorWithoutACode(await Caller.SendAsync(request), HttpStatusCode.MethodNotAllowed, "POST");
    }
}
