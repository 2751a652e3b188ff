using System.Diagnostics;
using System.Net;

namespace Trackly.Sdk.Tests;

/// <summary>Members that .NET Framework lacks, so that the tests compile on both.</summary>
internal static class MissingMembers
{
    extension(Stopwatch)
    {
        public static TimeSpan GetElapsedTime(long since) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - since) / (double)Stopwatch.Frequency);
    }

    extension(Enum)
    {
        public static T[] GetValues<T>() where T : struct, Enum => (T[])Enum.GetValues(typeof(T));

        public static string[] GetNames<T>() where T : struct, Enum => Enum.GetNames(typeof(T));

        public static T Parse<T>(string value) where T : struct, Enum => (T)Enum.Parse(typeof(T), value);
    }

    extension(DateTimeOffset)
    {
        public static DateTimeOffset UnixEpoch => new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    extension(HttpStatusCode)
    {
        public static HttpStatusCode TooManyRequests => (HttpStatusCode)429;
    }

    extension(KeyValuePair)
    {
        public static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value) => new(key, value);
    }

    extension(TimeSpan)
    {
        public static TimeSpan operator *(TimeSpan time, double factor) => TimeSpan.FromTicks((long)(time.Ticks * factor));
    }

    extension(CancellationTokenSource source)
    {
        public Task CancelAsync()
        {
            source.Cancel();
            return Task.CompletedTask;
        }
    }

    extension(HttpContent content)
    {
        public Task<string> ReadAsStringAsync(CancellationToken cancellationToken) => content.ReadAsStringAsync();

        public Task CopyToAsync(Stream stream, CancellationToken cancellationToken) => content.CopyToAsync(stream);

        public Stream ReadAsStream(CancellationToken cancellationToken = default) => content.ReadAsStreamAsync().GetAwaiter().GetResult();
    }

    extension(TextReader reader)
    {
        public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => reader.ReadToEndAsync();
    }

    extension<T>(Task<T> task)
    {
        public async Task<T> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
        {
            // Cancels the delay as well: mono 6 may crash at exit while thousands of timers run.
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var isDone = await Task.WhenAny(task, Task.Delay(timeout, over.Token)) == task;
            over.Cancel();
            return isDone ? await task : throw new TimeoutException();
        }
    }

    extension(string text)
    {
        public string Replace(string old, string fresh, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, fresh) : throw new NotSupportedException();

        public bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;
    }

    extension<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> dictionary)
    {
        public TValue? GetValueOrDefault(TKey key) => dictionary.TryGetValue(key, out var value) ? value : default;
    }
}

/// <summary>The type that the extension above extends.</summary>
internal sealed class KeyValuePair;
