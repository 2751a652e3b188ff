-- What each connection needs: wait for the writer of another process, and write a claim to the disk before it counts.
PRAGMA busy_timeout = 5000;
PRAGMA synchronous = FULL
