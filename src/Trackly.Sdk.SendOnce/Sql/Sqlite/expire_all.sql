-- Marks every key whose sender did not settle it in time.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE state = 'sending' AND lease_until <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
