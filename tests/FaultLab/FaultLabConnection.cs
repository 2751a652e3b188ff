using System.Text;

namespace FaultLab;

/// <summary>Serves the requests of one HTTP/1.1 connection, each with its fault.</summary>
internal sealed class FaultLabConnection(FaultLabServer lab, LabChannel channel)
{
    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
    private readonly int _number = lab.Ledger.CountConnection();
    private readonly LabRequestReader _reader = new(channel);

    public async Task ServeAsync()
    {
        var goesOn = true;
        while (goesOn && (_reader.HasLeftover || await channel.HasMoreAsync()))
        {
            lab.Ledger.CountBegun();
            goesOn = await ServeOneAsync(lab.Script.Next());
        }
    }

    private async Task<bool> ServeOneAsync(Fault? fault)
    {
        var reads = fault?.Reads ?? LabReading.WholeBody;
        if (reads is LabReading.Nothing)
            return await ActAsync(fault!, reads, message: null);
        if (await _reader.ReadHeadAsync() is not { } head)
            return false;
        lab.Ledger.CountHead(head.ApiKey);
        if (reads is LabReading.Head)
            return await ActAsync(fault!, reads, message: null);
        if (head.ExpectsContinue)
            await channel.SendAsync(Continue, 0, Continue.Length);
        if (reads is LabReading.PartOfBody)
            return await _reader.ReadSomeOfBodyAsync() && await ActAsync(fault!, reads, message: null);
        if (await _reader.ReadBodyAsync(head) is not { } body)
            return false;
        // What follows a 302 is a GET without a body: a request, and no message.
        var message = body.Length > 0 ? lab.Ledger.CountMessage(_number, head.ApiKey, body) : null;
        return await ActAsync(fault ?? lab.Script.For(message), reads, message);
    }

    private async Task<bool> ActAsync(Fault fault, LabReading read, LabMessage? message)
    {
        var closes = fault.Ends is LabEnding.Close || (fault.Ends is LabEnding.KeepAlive && lab.Script.NextNeedsFreshConnection);
        if (fault.Answer is { } answer && await AnswerAsync(answer, new(message?.MessageId ?? "00000000", lab.Elsewhere, closes)) && message is not null)
            lab.Ledger.CountAnswer(message, answer.Verdict);
        return await EndAsync(closes ? LabEnding.Close : fault.Ends, readAll: read is LabReading.WholeBody);
    }

    private async Task<bool> AnswerAsync(LabAnswer answer, LabOccasion occasion)
    {
        if (answer.IsLate)
        {
            var gone = channel.DrainAsync();
            await channel.HoldAsync(lab.Released, gone);
            if (gone.IsCompleted)
            {
                lab.Ledger.CountAbandoned();
                return false;
            }
        }

        await SendAsync(answer.Bytes(occasion), answer.Drips);
        for (var i = 0; i < answer.Times; i++)
            await SendAsync(answer.Repeated, LabDrip.Never);
        if (answer.Last is { } last)
            await SendAsync(last(occasion), LabDrip.Never);
        return true;
    }

    private async Task SendAsync(byte[] bytes, LabDrip drips)
    {
        var sent = drips switch
        {
            LabDrip.Never => bytes.Length,
            LabDrip.FromHead => 0,
            _ => Encoding.ASCII.GetString(bytes).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4,
        };
        await channel.SendAsync(bytes, 0, sent);
        for (; sent < bytes.Length; sent++)
        {
            await channel.SendAsync(bytes, sent, 1);
            await ASecondAsync();
        }
    }

    private async Task ASecondAsync()
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = lab.Clock.CreateTimer(_ => over.TrySetResult(true), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await channel.HoldAsync(over.Task);
    }

    /// <summary>True where another request may come.</summary>
    private async Task<bool> EndAsync(LabEnding ending, bool readAll)
    {
        switch (ending)
        {
            case LabEnding.KeepAlive:
                return true;
            case LabEnding.ResetOnReuse:
                if (await channel.HasMoreAsync())
                    channel.Reset();
                return false;
            case LabEnding.Reset:
                channel.Reset();
                return false;
            case LabEnding.Hang:
                // What was to stay unread stays unread, so such a connection lives as long as the lab.
                await channel.HoldAsync(readAll ? [channel.DrainAsync()] : []);
                return false;
            default:
                await channel.CloseAsync();
                return false;
        }
    }
}
