using System.Text;

namespace Trackly.Sdk.Tests.Docs;

/// <summary>What one flow of execution prints, apart from what other tests print at the same time.</summary>
internal sealed class CapturedConsole : StringWriter
{
    private static readonly AsyncLocal<CapturedConsole?> Current = new();

    static CapturedConsole()
    {
        Console.SetOut(new Switch(Console.Out));
    }

    private CapturedConsole() => NewLine = "\n";

    public static CapturedConsole Start() => Current.Value = new CapturedConsole();

    protected override void Dispose(bool disposing)
    {
        Current.Value = null;
        base.Dispose(disposing);
    }

    private sealed class Switch(TextWriter others) : TextWriter
    {
        public override Encoding Encoding => others.Encoding;

        private TextWriter Target => Current.Value ?? others;

        public override void Write(char value) => Target.Write(value);

        public override void Write(string? value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void WriteLine(string? value) => Target.WriteLine(value);

        public override void WriteLine() => Target.WriteLine();

        public override void Flush() => Target.Flush();
    }
}
