-- Marks every key whose sender did not settle it in time. SQLite uses an index only where its condition stands word for word.
UPDATE trackly_send_once
SET state = 'unknown', lease_until = NULL,
  settled_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE state = 'sending' AND state IN ('sending', 'unknown') AND lease_until <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
