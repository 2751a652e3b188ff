-- The clock that decides, as milliseconds since 1970.
SELECT (extract(epoch FROM now()) * 1000)::bigint
