-- Claims a key whose last call sent nothing. Changes no row when somebody else was faster.
UPDATE trackly_send_once
SET state = 'sending', owner = @owner,
  lease_until = now() + @lease_ms * interval '1 millisecond',
  attempts = attempts + 1, claimed_at = now(),
  message_id = NULL, error_code = NULL, settled_at = NULL, decided_at = NULL
WHERE key = @key AND state = 'not_sent' AND fingerprint = @fingerprint
