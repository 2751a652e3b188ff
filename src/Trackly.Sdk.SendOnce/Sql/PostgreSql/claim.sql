-- Claims a key that nobody has claimed. Changes no row when the key is there.
INSERT INTO trackly_send_once (key, fingerprint, state, owner, lease_until, attempts, created_at, claimed_at)
VALUES (@key, @fingerprint, 'sending', @owner,
  date_trunc('milliseconds', now()) + @lease_ms * interval '1 millisecond', 1, date_trunc('milliseconds', now()), date_trunc('milliseconds', now()))
ON CONFLICT (key) DO NOTHING
