using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Trackly.Sdk.Tests.Testing;

/// <summary>Calls a verb of a fake's or of an emulator's script by its name.</summary>
internal static class Verb
{
    /// <param name="behavior">The line that the verb completes.</param>
    /// <param name="name">The verb.</param>
    /// <param name="arguments">The first arguments; the others are left out.</param>
    public static void Invoke(object behavior, string name, object?[] arguments)
    {
        var verb = behavior.GetType().GetMethod(name)!;
        try
        {
            verb.Invoke(behavior, [.. arguments, .. verb.GetParameters().Skip(arguments.Length).Select(_ => Type.Missing)]);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Capture(exception.InnerException!).Throw();
        }
    }
}
