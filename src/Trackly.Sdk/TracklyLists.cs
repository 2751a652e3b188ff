using Trackly.Sdk.Lists;

namespace Trackly.Sdk;

/// <summary>The lists of one client.</summary>
internal sealed class TracklyLists(OperationRunner runner) : ITracklyLists
{
    public Task<IReadOnlyList<TracklyList>> ListAsync(TracklyListStatus? status = null, CancellationToken cancellationToken = default) =>
        runner.RunAsync(GetListsOperation.Instance, new ListQuery(status), cancellationToken);

    public Task<IReadOnlyList<TracklyList>> ListAsync(TracklyListStatus? status, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        runner.RunAsync(GetListsOperation.Instance, new ListQuery(status), options, cancellationToken);

    public async Task<TracklyList?> GetAsync(int id, CancellationToken cancellationToken = default) =>
        (await runner.RunAsync(GetListOperation.Instance, new SingleListQuery(id), cancellationToken).ConfigureAwait(false)).List;

    public async Task<TracklyList?> GetAsync(int id, TracklyRequestOptions options, CancellationToken cancellationToken = default) =>
        (await runner.RunAsync(GetListOperation.Instance, new SingleListQuery(id), options, cancellationToken).ConfigureAwait(false)).List;
}
