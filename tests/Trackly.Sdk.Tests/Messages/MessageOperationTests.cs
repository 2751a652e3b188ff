using Trackly.Sdk.Messages;
using Trackly.Sdk.Pipeline.Attempts;
using Trackly.Sdk.Pipeline.Validation;
using Trackly.Sdk.Tests.Support;

namespace Trackly.Sdk.Tests.Messages;

/// <summary>The operations that send messages.</summary>
public sealed class MessageOperationTests
{
    [Fact]
    public void Name_IsTheOneThatTelemetryShows() =>
        new[] { SendOperation.Instance.Name, SendRawOperation.Instance.Name, new SendBulkOperation().Name }.Should().Equal("send", "send_raw", "send_bulk");

    [Fact]
    public void RepeatSafety_OfEveryMessage_IsUnsafe() =>
        new[] { SendOperation.Instance.RepeatSafety, SendRawOperation.Instance.RepeatSafety, new SendBulkOperation().RepeatSafety }
            .Should().OnlyContain(static safety => safety == RepeatSafety.Unsafe);

    [Fact]
    public void MapRecipients_ChangesTheRecipientAlone()
    {
        var raw = new SendRawRequest(Some.Recipient, Some.ListNumber, "Hi");

        SendOperation.Instance.MapRecipients(Some.Request(), static _ => "+14155550100").Should().Be(Some.Request() with { To = "+14155550100" });
        SendRawOperation.Instance.MapRecipients(raw, static _ => "+14155550100").Should().Be(raw with { To = "+14155550100" });
    }

    [Fact]
    public void Validate_NothingIsSet_SaysWhatToSetToWhat() =>
        GetErrors("", "", "").Should().Equal(
            "'to' is missing: set it to the recipient's number in E.164 format, for example +14155551234.",
            "'list_number' is missing: set it to the number of a sending list of your account in E.164 format, for example +18005551000.",
            "'body' is missing: set it to a string with at least one visible character.");

    [Fact]
    public void Validate_NumbersInAnotherForm_SaysWhatIsRight() =>
        GetErrors("14155551234", "+1-800", "Hi").Should().Equal(
            "'to' does not start with +: write it as +, country code and number, at most 15 digits without spaces, for example +14155551234.",
            "'list_number' has a character that is not a digit: write it as +, country code and number, at most 15 digits without spaces, for example +18005551000.");

    [Fact]
    public void ToString_ShowsNothingPrivate_AndARequestWithoutABodyHasNoCharacters()
    {
        new SendRequest("", "", null!).ToString().Should().Be("SendRequest { Body = 0 characters }");
        new SendRawRequest("", "", null!).ToString().Should().Be("SendRawRequest { Body = 0 characters }");
        new ContactData { FirstName = "Ada" }.ToString().Should().Be("ContactData");
        new SendRawRequest("", "", "Hi").ToString().Should().Be("SendRawRequest { Body = 2 characters }");
    }

    private static IEnumerable<string> GetErrors(string to, string listNumber, string body)
    {
        var errors = new RequestErrors();
        SendRawOperation.Instance.Validate(new SendRawRequest(to, listNumber, body), errors);
        return errors.ToException()!.Errors.Select(static error => error.Message);
    }
}
