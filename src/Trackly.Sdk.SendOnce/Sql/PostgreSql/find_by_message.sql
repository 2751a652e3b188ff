-- Reads the key of a message. If people gave the same id to several keys, the one that was claimed last.
-- Times are milliseconds since 1970; the last column is how many are left of the lease.
SELECT key, fingerprint, state, owner, message_id, error_code, attempts,
  (extract(epoch FROM created_at) * 1000)::bigint,
  (extract(epoch FROM claimed_at) * 1000)::bigint,
  (extract(epoch FROM settled_at) * 1000)::bigint,
  (extract(epoch FROM decided_at) * 1000)::bigint,
  ceil(extract(epoch FROM lease_until - now()) * 1000)::bigint
FROM trackly_send_once
WHERE message_id = @message_id
ORDER BY claimed_at DESC, key
LIMIT 1
