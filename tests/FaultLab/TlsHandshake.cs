using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FaultLab;

/// <summary>The server's part of a TLS handshake, with a self-signed certificate.</summary>
internal static class TlsHandshake
{
    private static readonly Lazy<X509Certificate2> Certificate = new(CreateCertificate);

    public static async Task RespondAsync(Stream stream)
    {
        try
        {
            using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(Certificate.Value);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The client does not trust the certificate, or does not use TLS.
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=untrusted.test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        // Windows cannot use a key that exists in memory only.
        return new X509Certificate2(certificate.Export(X509ContentType.Pfx));
    }
}
