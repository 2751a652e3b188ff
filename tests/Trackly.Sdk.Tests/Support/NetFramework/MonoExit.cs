[assembly: AssemblyFixture(typeof(Trackly.Sdk.Tests.Support.NetFramework.MonoExit))]

namespace Trackly.Sdk.Tests.Support.NetFramework;

/// <summary>Starts mono's timers early: xunit starts one as the process ends, and mono 6 crashes when that is the first.</summary>
public sealed class MonoExit
{
    public MonoExit() => new Timer(static _ => { }, state: null, dueTime: 0, Timeout.Infinite).Dispose();
}
