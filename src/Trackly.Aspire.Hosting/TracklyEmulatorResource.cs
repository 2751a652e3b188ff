namespace Aspire.Hosting.ApplicationModel;

/// <summary>Represents the Trackly emulator in an Aspire application: it emulates the SMS API, sends nothing to a phone, and shows every message in its inbox.</summary>
public sealed class TracklyEmulatorResource : ExecutableResource
{
    internal const string EndpointName = "http";

    /// <summary>Creates the resource.</summary>
    /// <param name="name">The name of the resource.</param>
    /// <param name="command">The command that starts the emulator.</param>
    /// <param name="workingDirectory">The directory in which it is started.</param>
    public TracklyEmulatorResource(string name, string command, string workingDirectory)
        : base(name, command, workingDirectory) => Endpoint = new EndpointReference(this, EndpointName);

    /// <summary>Gets the endpoint of the API, the control API and the inbox.</summary>
    public EndpointReference Endpoint { get; }

    /// <summary>Gets the base address for a client, such as <c>http://localhost:5080/api/</c>.</summary>
    public ReferenceExpression BaseAddress => ReferenceExpression.Create($"{Endpoint.Property(EndpointProperty.Url)}/api/");

    /// <summary>Gets the API key that the emulator accepts, the one in the examples of the API's documentation. It opens nothing but an emulator.</summary>
    public string ApiKey { get; } = "trk_your_api_key_here";
}
