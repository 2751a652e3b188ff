namespace Trackly.Sdk;

/// <summary>
/// Asks the carriers about phone numbers before you text them. A validation that is not in Trackly's cache costs about $0.003; <see cref="PhoneValidation.Cost"/> says how much.
/// Safe to use from many threads at once.
/// </summary>
public interface ITracklyPhones
{
    /// <summary>Validates one number.</summary>
    /// <param name="phone">The number, best in E.164 format. Trackly also reads national formats of the United States.</param>
    /// <param name="force">
    /// Whether Trackly asks again although it has a result, which costs money each time. Default false: a repeat is free, so the client repeats the call after a lost response.
    /// </param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>What is known about the number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phone"/> is null.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why. 402 means that the account cannot pay for it.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<PhoneValidation> ValidateAsync(string phone, bool force = false, CancellationToken cancellationToken = default);

    /// <summary>Validates one number with options of this call.</summary>
    /// <param name="phone">The number, best in E.164 format. Trackly also reads national formats of the United States.</param>
    /// <param name="force">Whether Trackly asks again although it has a result, which costs money each time.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>What is known about the number.</returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<PhoneValidation> ValidateAsync(string phone, bool force, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Validates any number of phone numbers, 500 in a call, one call after the other, in bounded memory. A number that cannot be validated, or a call that fails, is a result and
    /// not an exception, so every number has exactly one result.
    /// </summary>
    /// <param name="phones">The numbers. They are read as they are needed.</param>
    /// <param name="force">Whether Trackly asks again although it has a result, which costs money each time. Default false.</param>
    /// <param name="options">The options of each call. Null, the default, means those of the client.</param>
    /// <param name="cancellationToken">Ends the call in progress. The numbers read so far still get their results, then the enumeration throws.</param>
    /// <returns>One result for each number, in order. What <paramref name="phones"/> throws is thrown after the results of what came before it.</returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is not valid.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed. The numbers read so far have their results before.</exception>
    IAsyncEnumerable<PhoneValidationResult> ValidateManyAsync(
        IAsyncEnumerable<string> phones, bool force = false, TracklyRequestOptions? options = null, CancellationToken cancellationToken = default);
}
