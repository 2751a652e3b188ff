namespace Trackly.Sdk.Pipeline.Wire;

/// <summary>Sits behind service discovery and records the address that it resolved: the key may go there.</summary>
internal sealed class ResolvedAddressHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (AttemptRequest.FindAttempt(request) is { } attempt && request.RequestUri is { } address && address != attempt.Call.Address)
        {
            if (ServiceName.FindProblem(attempt.Call.Address, address) is { } problem)
                throw new RepeatedTransmissionException(problem);
            ResolvedAddress.Set(request, address);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
