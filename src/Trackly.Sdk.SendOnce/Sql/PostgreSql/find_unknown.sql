-- Reads a page of the keys that wait for a decision, oldest claim first, after the row that was read last.
SELECT key, fingerprint, state, owner, message_id, error_code, attempts,
  (extract(epoch FROM created_at) * 1000)::bigint,
  (extract(epoch FROM claimed_at) * 1000)::bigint,
  (extract(epoch FROM settled_at) * 1000)::bigint,
  (extract(epoch FROM decided_at) * 1000)::bigint,
  ceil(extract(epoch FROM lease_until - now()) * 1000)::bigint
FROM trackly_send_once
WHERE state = 'unknown' AND (claimed_at, key) > (to_timestamp(@after_ms / 1000.0), @after_key)
ORDER BY claimed_at, key
LIMIT @limit
