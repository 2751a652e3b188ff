namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>Something fails, and the exception is caught where it was awaited.</summary>
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
