namespace Trackly.Sdk.Wolverine.Tests.Support;

/// <summary>What an application does with the events: here it notes them.</summary>
public sealed class SmsEventsHandler(EventLog log)
{
    public void Handle(SmsAccepted published) => log.Add(published);

    public void Handle(SmsRejected published) => log.Add(published);

    public void Handle(SmsUnknown published) => log.Add(published);
}
