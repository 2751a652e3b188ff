-- Marks a key whose sender did not settle it in time: the message may be queued, so nobody sends it again.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = now()
WHERE key = @key AND state = 'sending' AND lease_until <= now()
