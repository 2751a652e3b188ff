-- Deletes some of the keys that were settled before a time. A deleted key would be sent again, so it must be older than any repeat. Unknown keys
-- stay.
DELETE FROM trackly_send_once
WHERE key IN (
  SELECT key FROM trackly_send_once
  WHERE state IN ('accepted', 'rejected', 'not_sent') AND settled_at < strftime('%Y-%m-%dT%H:%M:%fZ', @older_ms / 1000.0, 'unixepoch')
  LIMIT @limit)
