namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>Sits before service discovery, which must not be asked for another address than the one the options name.</summary>
internal sealed class ServiceNameHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (AttemptRequest.FindAttempt(request) is { } attempt && request.RequestUri != attempt.Call.Address && request.RequestUri != ResolvedAddress.Find(request))
            throw RepeatedTransmissionException.ForChangedRequest();
        return base.SendAsync(request, cancellationToken);
    }
}
