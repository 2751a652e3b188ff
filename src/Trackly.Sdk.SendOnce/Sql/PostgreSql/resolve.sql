-- Decides an unknown key, or lets a rejected one be sent again. The sender's own late word does not change it any more.
UPDATE trackly_send_once
SET state = @state, message_id = @message_id, error_code = NULL,
  lease_until = NULL,
  settled_at = now(), decided_at = now()
WHERE key = @key
  AND (state = 'unknown' OR (state = 'sending' AND lease_until <= now()) OR (state = 'rejected' AND @state = 'not_sent'))
