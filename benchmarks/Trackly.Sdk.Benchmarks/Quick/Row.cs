namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>One measured operation, repeated on one thread.</summary>
internal abstract class Row(string name, Target? target)
{
    public string Name { get; } = name;

    /// <summary>The target. Null means that the row is only reported.</summary>
    public Target? Target { get; } = target;

    public Measurements Measured { get; } = new();

    public abstract void Once();

    /// <summary>Checks that a send completed synchronously. Otherwise another thread would do part of the work, which would not be measured.</summary>
    protected static Task Finished(Task task) =>
        task.IsCompleted ? task : throw new InvalidOperationException("A send did not complete synchronously: this measurement is void.");
}
