-- Deletes some of the keys that were settled before a time. A deleted key would be sent again, so it must be older than any repeat. Unknown keys
-- stay. The lock keeps a row that is taken over at this moment from being deleted; a row that somebody else has locked is left for the next time.
DELETE FROM trackly_send_once
WHERE key = ANY (ARRAY(
  SELECT key FROM trackly_send_once
  WHERE state IN ('accepted', 'rejected', 'not_sent') AND settled_at < to_timestamp(@older_ms / 1000.0)
  LIMIT @limit
  FOR UPDATE SKIP LOCKED))
