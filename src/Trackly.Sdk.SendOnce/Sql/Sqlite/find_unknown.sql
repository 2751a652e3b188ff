-- Reads a page of the keys that wait for a decision, oldest claim first, after the row that was read last.
-- SQLite uses an index only where its condition stands word for word.
SELECT key, fingerprint, state, owner, message_id, error_code, attempts,
  CAST(ROUND((julianday(created_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(claimed_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(settled_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(decided_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(lease_until) - julianday('now')) * 86400000) AS INTEGER)
FROM trackly_send_once
WHERE state = 'unknown' AND state IN ('sending', 'unknown')
  AND (claimed_at, key) > (strftime('%Y-%m-%dT%H:%M:%fZ', @after_ms / 1000.0, 'unixepoch'), @after_key)
ORDER BY claimed_at, key
LIMIT @limit
