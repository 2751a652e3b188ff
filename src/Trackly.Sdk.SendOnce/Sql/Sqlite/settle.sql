-- Stores what became of the message. Only the call that claimed the key may do so, also after its lease ended, and not once a person has decided.
-- To store the same outcome again changes nothing: the response to the first time may be lost.
UPDATE trackly_send_once
SET state = @state, message_id = @message_id, error_code = @error_code, lease_until = NULL,
  settled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE key = @key AND owner = @owner AND state IN ('sending', 'unknown', @state) AND decided_at IS NULL
