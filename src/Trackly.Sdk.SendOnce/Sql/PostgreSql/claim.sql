-- Claims a key that nobody has claimed. Changes no row when the key is there.
INSERT INTO trackly_send_once (key, fingerprint, state, owner, lease_until, attempts, created_at, claimed_at)
VALUES (@key, @fingerprint, 'sending', @owner, now() + @lease_ms * interval '1 millisecond', 1, now(), now())
ON CONFLICT DO NOTHING
