namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Runs a send that fails, and catches the exception.</summary>
/// <typeparam name="TException">The exception that must be thrown.</typeparam>
internal sealed class ThrowingRow<TException>(string name, Func<Task> send, Target? target = null) : Row(name, target)
    where TException : Exception
{
    public override void Once()
    {
        try
        {
            Finished(send()).GetAwaiter().GetResult();
        }
        catch (TException)
        {
            return;
        }

        throw new InvalidOperationException($"{Name} did not fail: this measurement is void.");
    }
}
