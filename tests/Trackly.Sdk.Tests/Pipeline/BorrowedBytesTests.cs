using System.Buffers;
using System.Text;
using Trackly.Sdk.Pipeline;

namespace Trackly.Sdk.Tests.Pipeline;

/// <summary>A borrowed buffer never holds the message of one call while it leaves for another.</summary>
public sealed class BorrowedBytesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void Span_IsWhatWasWritten_HoweverMuch(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('a' + (i % 26))));

        var bytes = Holding(text);

        bytes.Length.Should().Be(length);
        TextOf(bytes).Should().Be(text);
    }

    [Fact]
    public void GiveBack_NobodyReads_EmptiesTheBufferAndRefusesLaterReaders()
    {
        var bytes = Holding("secret");
        bytes.TryBeginRead(out var seen).Should().BeTrue();
        bytes.EndRead();

        bytes.GiveBack();

        bytes.TryBeginRead(out _).Should().BeFalse();
        bytes.Length.Should().Be(0);
        seen.Should().OnlyContain(b => b == 0, "the next borrower is not to find a message");
    }

    [Fact]
    public void GiveBack_SomebodyReads_LeavesTheBytesToTheReader()
    {
        var bytes = Holding("still on its way");
        bytes.TryBeginRead(out var read);

        bytes.GiveBack();
        var others = Enumerable.Range(0, 100).Select(static _ => Holding("another call's message")).ToList();

        Encoding.ASCII.GetString(read.ToArray()).Should().Be("still on its way");
        others.Select(TextOf).Should().OnlyContain(text => text == "another call's message");
    }

    [Fact]
    public void GiveBack_Twice_GivesBackOnce()
    {
        var bytes = Holding("once");

        bytes.GiveBack();
        bytes.GiveBack();
        var (first, second) = (Holding("first"), Holding("second"));

        TextOf(first).Should().Be("first");
        TextOf(second).Should().Be("second");
    }

    private static string TextOf(BorrowedBytes bytes) => Encoding.ASCII.GetString(bytes.Span.ToArray());

    private static BorrowedBytes Holding(string text)
    {
        var bytes = new BorrowedBytes();
        bytes.Write(Encoding.ASCII.GetBytes(text));
        return bytes;
    }
}
