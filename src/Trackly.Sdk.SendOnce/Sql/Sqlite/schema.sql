-- The table of Trackly.Sdk.SendOnce for SQLite 3.24 and later. It may be run again: what exists stays as it is.
-- Replace trackly_send_once by prefix_send_once when SendOnceOptions sets TablePrefix. Times are UTC, such as 2026-01-31T12:00:00.000Z.

-- Readers do not wait for the writer. The setting is kept in the file.
PRAGMA journal_mode = WAL;

CREATE TABLE IF NOT EXISTS trackly_send_once (
  key          TEXT NOT NULL PRIMARY KEY, -- the caller's key
  fingerprint  TEXT NOT NULL,             -- SHA-256 of the request's canonical JSON, as 64 hexadecimal digits
  state        TEXT NOT NULL,             -- sending, accepted, rejected, not_sent or unknown; anything else is not sent either
  owner        TEXT NOT NULL,             -- machine, process and call that claimed the key last
  lease_until  TEXT,                      -- when a row that is still 'sending' becomes 'unknown'
  message_id   TEXT,                      -- Trackly's id, when the message was accepted
  error_code   TEXT,                      -- why it was not, when there is a code
  attempts     INTEGER NOT NULL,          -- how many calls claimed the key
  created_at   TEXT NOT NULL,
  claimed_at   TEXT NOT NULL,
  settled_at   TEXT,
  decided_at   TEXT                       -- when a person or a webhook decided; nobody overwrites that
) WITHOUT ROWID;

-- Rows that need attention: few, and quick to list.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_open ON trackly_send_once (claimed_at, key) WHERE state IN ('sending', 'unknown');

-- Rows that retention deletes.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_settled ON trackly_send_once (settled_at) WHERE settled_at IS NOT NULL;

-- The row that a delivery report is about.
CREATE INDEX IF NOT EXISTS ix_trackly_send_once_message ON trackly_send_once (message_id) WHERE message_id IS NOT NULL;
