using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Package.Tests;

/// <summary>Answers one request as Trackly does when it queues a message, on a free loopback port.</summary>
internal sealed class OneAnswer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);

    public OneAnswer() => _listener.Start();

    public Uri BaseAddress => new($"http://{_listener.LocalEndpoint}/api/");

    /// <summary>Returns the request, from its first line to the end of its body.</summary>
    public async Task<string> HearAsync()
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
        using var writer = new StreamWriter(connection.GetStream());
        var request = "";
        var buffer = new char[4096];
        // The body is a JSON object, and nothing of the head ends like one.
        while (request.LastOrDefault() != '}')
        {
            var count = await reader.ReadAsync(buffer, 0, buffer.Length);
            request += count > 0 ? new string(buffer, 0, count) : throw new EndOfStreamException("The client left in the middle of a request.");
        }

        await writer.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 58\r\n\r\n{\"success\":true,\"message_id\":\"aB3dE5fG\",\"status\":\"queued\"}");
        return request;
    }

    public void Dispose() => _listener.Stop();
}
