-- The table of Trackly.Sdk.SendOnce for PostgreSQL 12 and later. It may be run again: what exists stays as it is.
-- Replace trackly_send_once by "schema".prefix_send_once when SendOnceOptions sets Schema or TablePrefix.

-- Several processes may start at once. The lock belongs to the transaction, so that it works behind a pooler too.
SELECT pg_advisory_xact_lock(7240194650831);

CREATE TABLE IF NOT EXISTS trackly_send_once (
  key          text COLLATE "C" PRIMARY KEY, -- the caller's key; "C" does not depend on the locale of the server
  fingerprint  text NOT NULL,                -- SHA-256 of the request's canonical JSON, as 64 hexadecimal digits
  state        text NOT NULL,                -- sending, accepted, rejected, not_sent or unknown; anything else is not sent either
  owner        text NOT NULL,                -- machine, process and call that claimed the key last
  lease_until  timestamptz(3),               -- when a row that is still 'sending' becomes 'unknown'
  message_id   text COLLATE "C",             -- Trackly's id, when the message was accepted
  error_code   text,                         -- why it was not, when there is a code
  attempts     integer NOT NULL,             -- how many calls claimed the key
  created_at   timestamptz(3) NOT NULL,
  claimed_at   timestamptz(3) NOT NULL,
  settled_at   timestamptz(3),
  decided_at   timestamptz(3)                -- when a person or a webhook decided; nobody overwrites that
);

-- Rows that need attention: few, and quick to list.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_open ON trackly_send_once (claimed_at, key) WHERE state IN ('sending', 'unknown');

-- Rows that retention deletes.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_settled ON trackly_send_once (settled_at) WHERE settled_at IS NOT NULL;

-- The row that a delivery report is about.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_message ON trackly_send_once (message_id) WHERE message_id IS NOT NULL;
