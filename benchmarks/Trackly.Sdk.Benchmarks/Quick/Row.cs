namespace Trackly.Sdk.Benchmarks.Quick;

/// <summary>What is measured, over and over, on one thread.</summary>
internal abstract class Row(string name, Target? target)
{
    public string Name { get; } = name;

    /// <summary>What it is held to. Null: it is only reported.</summary>
    public Target? Target { get; } = target;

    public Measurements Measured { get; } = new();

    public abstract void Once();

    /// <summary>What is still under way when it returns would be done by another thread, and neither its time nor its bytes would be seen.</summary>
    protected static Task Finished(Task task) =>
        task.IsCompleted ? task : throw new InvalidOperationException("A send was not done when it returned: this measurement is void.");
}
