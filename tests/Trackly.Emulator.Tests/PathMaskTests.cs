namespace Trackly.Emulator.Tests;

/// <summary>What is printed of a path without <c>--show-texts</c>.</summary>
public sealed class PathMaskTests
{
    [Theory]
    [InlineData("/api/v2/contacts/+14155551234", "/api/v2/contacts/***")]
    [InlineData("/api/v2/contacts/%2B14155551234/orders/7", "/api/v2/contacts/***")]
    [InlineData("/api/v2/Contacts//12", "/api/v2/Contacts//***")]
    [InlineData("/api/v2/contact/+14155551234/orders", "/api/v2/contact/***/orders")]
    [InlineData("/api/v2/contact/+1 (415) 555-1234", "/api/v2/contact/***")]
    [InlineData("/api/v2/contact/%2B%31%34%31%35%35%35%35", "/api/v2/contact/***")]
    [InlineData("/api/v2/contacts", "/api/v2/contacts")]
    [InlineData("/api/v2/contacts/", "/api/v2/contacts/")]
    [InlineData("/api/v1/phone/validate/batch", "/api/v1/phone/validate/batch")]
    [InlineData("/api/v2/lists/60a1b2", "/api/v2/lists/60a1b2")]
    public void NoNumber_IsLeftInAPath(string path, string masked) => PathMask.Apply(path).Should().Be(masked);
}
