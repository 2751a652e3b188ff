using System.Text;
using System.Text.Json;
using Trackly.Sdk.Pipeline.Json;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Corpora;

/// <summary>515 strings that break programs, as body, field, key and value, there and back: each arrives as it was, or is refused for being blank.</summary>
public sealed class NaughtyStringsTests
{
    [Fact]
    public void Corpus_IsWhole() => Corpus.NaughtyStrings.Should().HaveCount(515);

    [Fact]
    public async Task SendAsync_EachAsBodyFieldKeyAndValue_ArrivesByteForByte()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();

        foreach (var naughty in Corpus.NaughtyStrings)
        {
            await client.SendAsync(Some.Request() with
            {
                Body = "." + naughty,
                ContactData = new() { FirstName = naughty, LastName = naughty, Timezone = naughty, CustomFields = new() { [naughty] = naughty } },
                Metadata = new() { [naughty] = new List<string> { naughty }, ["nested" + naughty] = new Dictionary<string, object?> { [naughty] = naughty } },
            });

            using var sent = JsonDocument.Parse(client.Wire.Requests[client.Wire.Requests.Count - 1].Body!);
            var contact = sent.RootElement.GetProperty("contact_data");
            new[]
            {
                sent.RootElement.GetProperty("body").GetString()!.Substring(1),
                contact.GetProperty("first_name").GetString(), contact.GetProperty("last_name").GetString(), contact.GetProperty("timezone").GetString(),
                contact.GetProperty("custom_fields").GetProperty(naughty).GetString(),
                sent.RootElement.GetProperty("metadata").GetProperty(naughty)[0].GetString(),
                sent.RootElement.GetProperty("metadata").GetProperty("nested" + naughty).GetProperty(naughty).GetString(),
            }.Should().AllBe(naughty);
        }
    }

    [Fact]
    public async Task SendAsync_EachAsTheWholeBody_IsSentUnlessItIsBlank()
    {
        using var client = new ClientUnderTest();
        client.Wire.Accepts();
        var blank = 0;

        foreach (var naughty in Corpus.NaughtyStrings)
        {
            if (TextRules.IsBlank(naughty))
            {
                blank++;
                (await client.FailAsync<TracklyValidationException>(Some.Request() with { Body = naughty })).Errors.Should().ContainSingle().Which.Code.Should().Be(TracklyErrorCode.MissingBody);
                continue;
            }

            await client.SendAsync(Some.Request() with { Body = naughty });
            using var sent = JsonDocument.Parse(client.Wire.Requests[client.Wire.Requests.Count - 1].Body!);
            sent.RootElement.GetProperty("body").GetString().Should().Be(naughty);
        }

        blank.Should().BeInRange(1, 20);
    }

    [Fact]
    public async Task SendAsync_EachAsARecipient_IsRefusedWithoutBeingRepeated()
    {
        using var client = new ClientUnderTest();

        foreach (var naughty in Corpus.NaughtyStrings)
        {
            var error = (await client.FailAsync<TracklyValidationException>(Some.Request() with { To = naughty })).Errors.Should().ContainSingle().Which;
            error.Field.Should().Be("to");
            if (naughty.Length > 30)
                error.Message.Should().NotContain(naughty);
        }
    }

    [Fact]
    public async Task SendAsync_EachAsWhatAServerSays_IsReadAndNeverInAMessage()
    {
        foreach (var naughty in Corpus.NaughtyStrings)
        {
            using var client = new ClientUnderTest();
            client.Wire.Responds(400, JsonSerializer.Serialize(new Dictionary<string, string> { ["error"] = naughty, ["code"] = naughty, ["message"] = naughty }));

            var failure = await client.FailAsync<TracklyInvalidRequestException>();

            (failure.ErrorMessage, failure.Detail).Should().Be((naughty, naughty));
            (failure.ErrorCode?.Value ?? "").Should().Be(naughty);
            failure.Message.Should().Be(
                naughty.Length == 0 ? "Trackly responded with 400. Trackly refused the request as it is." : "Trackly responded with 400 ***. Trackly refused the request as it is.");
        }
    }

    [Fact]
    public async Task SendAsync_EachAsAMessageIdAndAMember_IsKept()
    {
        foreach (var naughty in Corpus.NaughtyStrings.Where(static naughty => !TextRules.IsBlank(naughty)))
        {
            using var client = new ClientUnderTest();
            var response = new Dictionary<string, object> { ["success"] = true, ["message_id"] = naughty, ["status"] = naughty, ["x" + naughty] = naughty };
            client.Wire.Responds(200, () => new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(response))));

            var accepted = await client.SendAsync();

            (accepted.MessageId, accepted.Status.Value, accepted.AdditionalProperties["x" + naughty].GetString()).Should().Be((naughty, naughty, naughty));
            accepted.ToString().Should().NotContain("\u2028").And.NotContain("\u001b");
        }
    }
}
