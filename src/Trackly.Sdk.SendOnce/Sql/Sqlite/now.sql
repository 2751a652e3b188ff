-- The clock that decides, as milliseconds since 1970.
SELECT CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)
