[assembly: AssemblyFixture(typeof(Trackly.Sdk.Tests.Support.NetFramework.MonoExit))]

namespace Trackly.Sdk.Tests.Support.NetFramework;

/// <summary>Starts a timer early: xunit starts one when the process ends, and mono 6 crashes if that is the first.</summary>
public sealed class MonoExit
{
    public MonoExit() => new Timer(static _ => { }, state: null, dueTime: 0, Timeout.Infinite).Dispose();
}
