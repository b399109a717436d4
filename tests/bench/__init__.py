"""`make bench`: throughput of /generate beside a bare insert, in one run on one machine."""
