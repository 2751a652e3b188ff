-- Marks every key whose sender did not settle it in time.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = now()
WHERE state = 'sending' AND lease_until <= now()
