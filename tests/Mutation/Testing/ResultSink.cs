using Xunit.Sdk;

namespace Trackly.Sdk.Mutation.Testing;

/// <summary>Reports each test case when it is finished, with the bodies that were reached since the last one.</summary>
internal sealed class ResultSink(bool[] reached, bool stopsAtFailure, Action<TestResult> report) : IMessageSink
{
    private readonly Dictionary<string, ITestCaseStarting> _started = [];
    private bool _failed;

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseStarting starting:
                _started[starting.TestCaseUniqueID] = starting;
                Array.Clear(reached);
                break;
            case ITestCaseFinished finished:
                var passed = finished.TestsFailed == 0;
                _failed |= !passed;
                var test = _started[finished.TestCaseUniqueID];
                report(new TestResult(finished.TestCaseUniqueID, test.TestClassName ?? "", test.TestCaseDisplayName, passed, (double)finished.ExecutionTime,
                    stopsAtFailure ? [] : [.. Enumerable.Range(0, reached.Length).Where(body => reached[body])]));
                break;
            case IErrorMessage or ITestCleanupFailure or ITestClassCleanupFailure or ITestCollectionCleanupFailure:
                _failed = true;
                break;
        }

        return !(stopsAtFailure && _failed);
    }
}
