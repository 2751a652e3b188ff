module Shop.InvoiceMessages

open Trackly.Sdk

let announceAsync (trackly: ITracklyClient) (phone: string) =
    task {
        let request = SendRequest(phone, "+18005551000", "Your invoice is ready.", WrapLinks = true)

        try
            let! sent = trackly.SendAsync(request)
            return sent.MessageId
        with :? TracklyException as failure when failure.Outcome = SendOutcome.Unknown ->
            return "check before sending again"
    }
