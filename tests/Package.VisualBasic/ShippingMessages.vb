Imports System.Threading.Tasks
Imports Trackly.Sdk

Public Class ShippingMessages
    Private ReadOnly _trackly As ITracklyClient

    Public Sub New(trackly As ITracklyClient)
        _trackly = trackly
    End Sub

    Public Async Function AnnounceAsync(phone As String) As Task(Of String)
        Dim request = New SendRequest(phone, "+18005551000", "Your parcel is on its way.") With {.WrapLinks = True}
        Try
            Dim sent = Await _trackly.SendAsync(request).ConfigureAwait(False)
            Return sent.MessageId
        Catch failure As TracklyException When failure.Outcome = SendOutcome.Unknown
            Return "check before sending again"
        End Try
    End Function
End Class
