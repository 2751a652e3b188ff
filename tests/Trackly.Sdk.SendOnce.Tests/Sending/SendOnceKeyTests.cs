using Trackly.Sdk.SendOnce.Sending;

namespace Trackly.Sdk.SendOnce.Tests.Sending;

public sealed class SendOnceKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    public void AnEmptyKey_IsRefusedWithAnExample(string key) =>
        Refuse(key, "The key is empty or white space. Use a name for this one message, such as order-1042-shipped.*");

    [Fact]
    public void AKeyThatIsTooLong_IsRefusedWithTheLimit() => Refuse(new string('k', 201), "The key has 201 characters. Use at most 200.*");

    [Fact]
    public void AKeyOf200Characters_IsTaken() => FluentActions.Invoking(static () => SendOnceKey.Check(new string('k', 200))).Should().NotThrow();

    [Theory]
    [InlineData(" order-1")]
    [InlineData("order-1\u00a0")]
    public void AKeyWithWhiteSpaceAround_IsRefused(string key) => Refuse(key, "The key starts or ends with white space.*");

    [Theory]
    [InlineData("order\01", 5)]
    [InlineData("order-\u001b[31m", 6)]
    [InlineData("order\u0085-1", 5)]
    public void AControlCharacter_IsRefusedWithItsPosition(string key, int position) =>
        Refuse(key, $"The key has a control character at position {position}. Use printable characters.*");

    [Theory]
    [InlineData("order-", 0xd83d, "", 6)]
    [InlineData("", 0xde00, "order", 0)]
    [InlineData("a", 0xd83d, "😀", 1)]
    public void HalfASurrogatePair_IsRefusedWithItsPosition(string before, int half, string after, int position) => Refuse(
        $"{before}{(char)half}{after}", $"The key has half a surrogate pair at position {position}, which no database keeps. Use whole characters.*");

    [Fact]
    public void ANullKey_IsRefused() => FluentActions.Invoking(() => SendOnceKey.Check(null!)).Should().Throw<ArgumentNullException>();

    [Theory]
    [InlineData("order-1042-shipped")]
    [InlineData("订单 1042")]
    [InlineData("😀")]
    public void AnyOtherKey_IsTaken(string key) => FluentActions.Invoking(() => SendOnceKey.Check(key)).Should().NotThrow();

    private static void Refuse(string key, string message) =>
        FluentActions.Invoking(() => SendOnceKey.Check(key)).Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(nameof(key));
}
