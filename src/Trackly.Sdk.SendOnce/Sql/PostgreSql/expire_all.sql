-- Marks every key whose sender did not settle it in time.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = date_trunc('milliseconds', now())
WHERE state = 'sending' AND lease_until <= date_trunc('milliseconds', now())
