using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trackly.Sdk.Tests.Support;

/// <summary>A server on a loopback port that reads a request and writes back whatever bytes it is told to, HTTP or not.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _connections = [];
    private int _answered;

    public HostileServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/");

    /// <summary>What is written back, request by request, the last again and again. Empty: the connection is closed. Null: nothing, for as long as the client waits.</summary>
    public IReadOnlyList<string?> Answers { get; set; } = [""];

    /// <summary>Happens when a request has been read whole.</summary>
    public Action Asked { get; set; } = static () => { };

    /// <summary>The last request, head and body.</summary>
    public string Heard { get; private set; } = "";

    /// <summary>Starts to answer with another list.</summary>
    public void Play(params string?[] answers)
    {
        _answered = 0;
        Heard = "";
        Asked = static () => { };
        Answers = answers;
    }

    public void Dispose()
    {
        _listener.Stop();
        foreach (var connection in _connections)
            connection.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (await _listener.AcceptTcpClientAsync() is { } connection)
            {
                _connections.Add(connection);
                _ = Task.Run(() => Serve(connection));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private void Serve(TcpClient connection)
    {
        try
        {
            var stream = connection.GetStream();
            Heard = Read(stream);
            var answer = Answers[Math.Min(_answered++, Answers.Count - 1)];
            Asked();
            if (answer is null)
                return;
            var bytes = Encoding.UTF8.GetBytes(answer);
            stream.Write(bytes, 0, bytes.Length);
            connection.Close();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has had enough.
        }
    }

    private static string Read(NetworkStream stream)
    {
        var heard = new MemoryStream();
        var buffer = new byte[4096];
        while (!IsWhole(Encoding.UTF8.GetString(heard.ToArray()), heard.Length))
        {
            var read = stream.Read(buffer, 0, buffer.Length);
            if (read == 0)
                break;
            heard.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(heard.ToArray());
    }

    private static bool IsWhole(string heard, long bytes)
    {
        const string Length = "Content-Length: ";
        var head = heard.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var at = heard.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return head >= 0 && at >= 0
            && bytes >= head + 4 + int.Parse(heard.Substring(at + Length.Length).Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
