-- Claims a key that nobody has claimed. Changes no row when the key is there.
INSERT INTO trackly_send_once (key, fingerprint, state, owner, lease_until, attempts, created_at, claimed_at)
VALUES (@key, @fingerprint, 'sending', @owner,
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now', printf('+%.3f seconds', @lease_ms / 1000.0)), 1,
  strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
ON CONFLICT (key) DO NOTHING
