-- Reads the key of a message. If people gave the same id to several keys, the one that was claimed last.
-- Times are milliseconds since 1970; the last column is how many are left of the lease.
SELECT key, fingerprint, state, owner, message_id, error_code, attempts,
  CAST(ROUND((julianday(created_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(claimed_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(settled_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(decided_at) - 2440587.5) * 86400000) AS INTEGER),
  CAST(ROUND((julianday(lease_until) - julianday('now')) * 86400000) AS INTEGER)
FROM trackly_send_once
WHERE message_id = @message_id
ORDER BY claimed_at DESC, key
LIMIT 1
