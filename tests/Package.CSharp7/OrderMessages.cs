using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Trackly.Sdk;

namespace Shop
{
    public class OrderMessages
    {
        private readonly ITracklyClient _trackly;

        public OrderMessages(ITracklyClient trackly)
        {
            _trackly = trackly;
        }

        public async Task<string> ConfirmAsync(string phone, string order)
        {
            var request = new SendRequest(phone, "+18005551000", "Your order is confirmed. Ref: {{messageId}}")
            {
                WrapLinks = true,
                Metadata = new Dictionary<string, object> { ["order_id"] = order },
            };
            var options = new TracklyRequestOptions { RetryMode = TracklyRetryMode.AtMostOnce, Timeout = TimeSpan.FromSeconds(20) };
            try
            {
                var sent = await _trackly.SendAsync(request, options).ConfigureAwait(false);
                return sent.MessageId;
            }
            catch (TracklyException failure) when (failure.Outcome == SendOutcome.Unknown)
            {
                return "check before sending again";
            }
            catch (TracklyException failure)
            {
                return failure.Outcome + ": " + failure.Message;
            }
        }
    }
}
