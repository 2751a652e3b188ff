-- Marks a key whose sender did not settle it in time: the message may be queued, so nobody sends it again.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = date_trunc('milliseconds', now())
WHERE key = @key AND state = 'sending' AND lease_until <= date_trunc('milliseconds', now())
