using System.Text;
using System.Text.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Corpora;

/// <summary>318 JSON files, valid and broken, as what a server responds: every call ends with a response or an exception of the family, and nothing valid is lost.</summary>
public sealed class JsonCorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.JsonFiles.Keys];

    [Fact]
    public void Corpus_IsWhole() => Corpus.JsonFiles.GroupBy(static file => file.Key[0]).ToDictionary(static kind => kind.Key, static kind => kind.Count())
        .Should().BeEquivalentTo(new Dictionary<char, int> { ['y'] = 95, ['n'] = 188, ['i'] = 35 });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_FileAsTheWholeResponse_IsAResponseThatCannotBeReadOrARejection(string name)
    {
        var failure = await GetFailureAsync(200, Corpus.JsonFiles[name]);

        failure.Should().BeOfType<TracklyResponseException>("no file is the documented object");
        failure!.Outcome.Should().Be(SendOutcome.Unknown);
        failure.ToString().Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_FileAsAMemberOfTheResponse_IsAcceptedAndKeptByteForByte(string name)
    {
        var file = Corpus.JsonFiles[name];
        using var client = new ClientUnderTest();
        client.Wire.Responds(200, () => new ByteArrayContent(Wrap("""{"success":true,"message_id":"a1b2c3d4","status":"queued","more":""", file)));

        if (name[0] != 'y')
        {
            var failure = await GetFailureAsync(client);
            (failure is null or TracklyResponseException).Should().BeTrue("what a parser may choose is accepted or cannot be read");
            return;
        }

        var more = (await client.SendAsync()).AdditionalProperties["more"];
        more.GetRawText().Should().Be(Encoding.UTF8.GetString(file).Trim(' ', '\t', '\r', '\n'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_FileAsAnErrorBody_IsTheErrorOfItsStatus(string name)
    {
        var file = Corpus.JsonFiles[name];
        var failure = (await GetFailureAsync(400, file)).Should().BeOfType<TracklyInvalidRequestException>().Which;

        failure.Outcome.Should().Be(SendOutcome.Rejected);
        failure.ResponseBody.Should().Be(GetText(file));
        failure.ErrorCode.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_FileAsAMemberOfAnError_KeepsTheCode(string name)
    {
        var failure = (await GetFailureAsync(400, Wrap("""{"code":"list_not_found","error":""", Corpus.JsonFiles[name]))).Should().BeAssignableTo<TracklyApiException>().Which;

        failure.Outcome.Should().Be(SendOutcome.Rejected);
        if (name[0] == 'y')
            failure.ErrorCode.Should().Be(TracklyErrorCode.ListNotFound);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SendAsync_FileAsMetadata_IsSentAsItIsOrRefused(string name)
    {
        if (!TryParse(Corpus.JsonFiles[name], out var value))
        {
            name[0].Should().NotBe('y');
            return;
        }

        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        var failure = await GetFailureAsync(client, Some.Request() with { Metadata = new() { ["value"] = value } });

        if (failure is null)
        {
            using var sent = JsonDocument.Parse(client.Wire.Requests.Single().Body!);
            FormatNumbersAsTheyAre(sent.RootElement.GetProperty("metadata").GetProperty("value")).Should().Be(FormatNumbersAsTheyAre(value));
        }
        else
        {
            failure.Should().BeOfType<TracklyValidationException>();
            name[0].Should().Be('i', "whatever is valid can be sent");
        }
    }

    private static async Task<TracklyException?> GetFailureAsync(int status, byte[] body)
    {
        using var client = new ClientUnderTest();
        client.Wire.Responds(status, () => new ByteArrayContent(body));
        return await GetFailureAsync(client);
    }

    private static async Task<TracklyException?> GetFailureAsync(ClientUnderTest client, SendRequest? request = null)
    {
        try
        {
            await client.SendAsync(request);
            return null;
        }
        catch (TracklyException failure)
        {
            return failure;
        }
    }

    private static bool TryParse(byte[] json, out JsonElement value)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            value = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>The same spelling of strings and white space for both sides; numbers keep their own.</summary>
    private static string FormatNumbersAsTheyAre(JsonElement value) => JsonSerializer.Serialize(value);

    private static byte[] Wrap(string start, byte[] file) => [.. Encoding.UTF8.GetBytes(start), .. file, (byte)'}'];

    /// <summary>Null for nothing, and without a byte order mark, as a person would see it; 64 KB at most.</summary>
    private static string? GetText(byte[] file)
    {
        var start = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        return file.Length == start ? null : Encoding.UTF8.GetString(file, start, Math.Min(file.Length - start, 64 * 1024));
    }
}
