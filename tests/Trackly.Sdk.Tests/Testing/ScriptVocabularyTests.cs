using System.Net;
using System.Reflection;
using Trackly.Sdk.Testing;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>The fake and the emulator script failures with the same words, and accept the same arguments.</summary>
public sealed class ScriptVocabularyTests : EmulatorTest
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A fake has no network to send a body slowly, and an emulator cannot refuse a connection or end the wait of its client.
    [Fact]
    public void Verbs_AreTheSame_WhereverBothCan() => VerbsOf<FakeBehavior>().Should()
        .BeEquivalentTo([.. VerbsOf<EmulatorBehavior>().Except(["RespondsSlowly"]), "DoesNotSend", "TimesOut"]);

    [Theory]
    [InlineData(typeof(FakeBehavior), typeof(EmulatorBehavior), 9)]
    [InlineData(typeof(FakeTracklyClient), typeof(TracklyEmulator), 4)]
    public void SharedVerbs_HaveEqualSignatures(Type fake, Type emulator, int count)
    {
        var shared = VerbsOf(fake).Intersect(VerbsOf(emulator)).ToList();

        shared.Should().HaveCount(count);
        foreach (var verb in shared)
            Describe(emulator, verb).Should().Be(Describe(fake, verb));
    }

    public static TheoryData<string, object?[], string> InvalidArguments => new()
    {
        { "After", [-Tick], "The time must be from zero to one day.*" },
        { "After", [Day + Tick], "The time must be from zero to one day.*" },
        { "Accepts", [""], "A message id must not be empty. For a response without one use RespondsUnreadably.*" },
        { "Accepts", [" "], "A message id must not be empty.*" },
        { "Rejects", [TracklyErrorCode.InvalidJson], "The documentation has no such code for a whole request. To respond with it anyway, use RespondsWith(status, code: ...).*" },
        { "Rejects", [new TracklyErrorCode("no_such_code")], "The documentation has no such code*" },
        { "Rejects", [default(TracklyErrorCode)], "The documentation has no such code*" },
        { "RespondsWith", [(HttpStatusCode)0], "The status must be a whole number from 300 to 599, other than 304*" },
        { "RespondsWith", [HttpStatusCode.OK], "*For a success use Accepts, or RespondsUnreadably for one that cannot be read.*" },
        { "RespondsWith", [(HttpStatusCode)299], "The status must be*" },
        { "RespondsWith", [HttpStatusCode.NotModified], "The status must be*" },
        { "RespondsWith", [(HttpStatusCode)600], "The status must be*" },
        { "RespondsWith", [HttpStatusCode.BadGateway, null, null, -Tick], "The time must be from zero to one day.*retryAfter*" },
        { "RespondsWith", [HttpStatusCode.BadGateway, null, null, Day + Tick], "The time must be from zero to one day.*retryAfter*" },
        { "RespondsAsAGateway", [HttpStatusCode.NoContent], "The status must be a whole number from 200 to 599, other than 204, 205 and 304*" },
        { "RespondsAsAGateway", [(HttpStatusCode)199], "The status must be*" },
    };

    [Theory]
    [MemberData(nameof(InvalidArguments), DisableDiscoveryEnumeration = true)]
    public void AnInvalidArgument_IsAnArgumentException_OfBoth(string verb, object?[] arguments, string message)
    {
        foreach (var behavior in new object[] { new FakeTracklyClient().ForNext(), Emulator.ForNext() })
            behavior.Invoking(it => Verb.Invoke(it, verb, arguments)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ForNext_LessThanOneRequest_IsAnArgumentException_OfBoth(int count)
    {
        var fake = () => new FakeTracklyClient().ForNext(count);
        var emulator = () => Emulator.ForNext(count);

        fake.Should().Throw<ArgumentOutOfRangeException>().WithMessage("The count must be 1 or more.*");
        emulator.Should().Throw<ArgumentOutOfRangeException>().WithMessage("The count must be 1 or more.*");
    }

    [Fact]
    public void When_WithoutACondition_IsAnArgumentException_OfBoth()
    {
        var fake = () => new FakeTracklyClient().When(null!);
        var emulator = () => Emulator.When(null!);

        fake.Should().Throw<ArgumentNullException>();
        emulator.Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<string> VerbsOf<T>() => VerbsOf(typeof(T));

    private static IEnumerable<string> VerbsOf(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName).Select(method => method.Name).Distinct();

    /// <summary>The names, types and defaults of the parameters. The condition has the type of the request that it sees.</summary>
    private static string Describe(Type type, string verb) => string.Join(", ", type.GetMethod(verb)!.GetParameters().Select(parameter =>
        $"{(parameter.Name == "condition" ? "Func" : parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));
}
