-- Whether the table is there, so that an account without the right to create tables can start too.
SELECT count(*) FROM pg_class WHERE oid = to_regclass('trackly_send_once')
