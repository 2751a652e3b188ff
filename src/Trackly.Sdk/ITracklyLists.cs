namespace Trackly.Sdk;

/// <summary>Reads the sending lists of an account. They are created and changed in the Trackly dashboard. Safe to use from many threads at once.</summary>
public interface ITracklyLists
{
    /// <summary>Returns the lists, all at once: Trackly has no pages for them.</summary>
    /// <param name="status">Returns only lists with this status. Null, the default, returns all except deleted ones.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The lists in Trackly's order.</returns>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<IReadOnlyList<TracklyList>> ListAsync(TracklyListStatus? status = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the lists with options of this call.</summary>
    /// <param name="status">Returns only lists with this status. Null returns all except deleted ones.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The lists in Trackly's order.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<IReadOnlyList<TracklyList>> ListAsync(TracklyListStatus? status, TracklyRequestOptions options, CancellationToken cancellationToken = default);

    /// <summary>Returns one list.</summary>
    /// <param name="id">The id of the list.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The list. Null when the account has none with this id.</returns>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<TracklyList?> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Returns one list with options of this call.</summary>
    /// <param name="id">The id of the list.</param>
    /// <param name="options">The options of this call; what they leave out is taken from the client.</param>
    /// <param name="cancellationToken">Ends the call at once, also in a wait between two attempts.</param>
    /// <returns>The list. Null when the account has none with this id.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TracklyException">There is no usable response; derived types tell why.</exception>
    /// <exception cref="TracklyCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed before the call.</exception>
    Task<TracklyList?> GetAsync(int id, TracklyRequestOptions options, CancellationToken cancellationToken = default);
}
