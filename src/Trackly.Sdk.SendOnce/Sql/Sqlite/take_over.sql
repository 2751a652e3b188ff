-- Claims a key whose last call sent nothing. Changes no row when somebody else was faster.
UPDATE trackly_send_once
SET state = 'sending', owner = @owner,
  lease_until = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', printf('+%.3f seconds', @lease_ms / 1000.0)),
  attempts = attempts + 1, claimed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
  message_id = NULL, error_code = NULL, settled_at = NULL, decided_at = NULL
WHERE key = @key AND state = 'not_sent' AND fingerprint = @fingerprint
