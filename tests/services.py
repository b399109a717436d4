"""`python -m tests.services DATABASE_URL REDIS_URL`: do the services of the suite answer?

A missing one is a failure with a name, never a skip.
"""

import sys

import psycopg2
import redis


def main(database_url: str, redis_url: str) -> int:
    missing = []
    try:
        psycopg2.connect(database_url, connect_timeout=3).close()
    except psycopg2.OperationalError as problem:
        missing.append(f"PostgreSQL: {problem}")
    try:
        redis.Redis.from_url(redis_url, socket_connect_timeout=3).ping()
    except redis.RedisError as problem:
        missing.append(f"Redis: {problem}")
    for line in missing:
        print(f"make test-services needs it and it does not answer - {line}", file=sys.stderr)  # noqa: T201
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
