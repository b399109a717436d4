"""Database and cache from their URLs; without one, SQLite and memory on this machine."""

from typing import Any

from config.env import VAR_DIR, env

MEMORY_CACHE_ENTRIES = 2000


def databases() -> dict[str, dict[str, Any]]:
    """`DATABASE_URL` → PostgreSQL; absent → SQLite in `var/` that stands concurrent writers."""
    if not env.str("DATABASE_URL", default=""):
        VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        return {"default": sqlite(str(VAR_DIR / "db.sqlite3"))}
    database: dict[str, Any] = env.db_url("DATABASE_URL")
    if "sqlite" in database["ENGINE"]:
        return {"default": sqlite(database["NAME"])}
    # A frozen or locked database must answer 503 in seconds, not hold the worker's thread.
    timeouts = (
        "-c statement_timeout={} -c lock_timeout={} -c idle_in_transaction_session_timeout={}"
    )
    database["OPTIONS"] = {
        "connect_timeout": 3,
        "options": timeouts.format(
            env.int("DATABASE_STATEMENT_TIMEOUT_MS", default=5000),
            env.int("DATABASE_LOCK_TIMEOUT_MS", default=2000),
            10000,
        ),
        "application_name": "prompt-to-json",
        **database.get("OPTIONS", {}),
    }
    database["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=600)
    database["CONN_HEALTH_CHECKS"] = True
    # Poolers in transaction mode (PgBouncer, Supabase's port 6543) hold no cursor between calls.
    database["DISABLE_SERVER_SIDE_CURSORS"] = env.bool("DATABASE_POOLER", default=False)
    return {"default": database}


def sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            # WAL lets readers go on beside a writer; IMMEDIATE takes the write lock at the start
            # of a transaction, where waiting for it is safe; FULL keeps what was acknowledged
            # through a power cut.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def caches() -> dict[str, dict[str, Any]]:
    """`REDIS_URL` → django-redis with short timeouts; absent → bounded memory in this process."""
    url = env.str("REDIS_URL", default="")
    if not url:
        return {
            "default": {
                "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                "OPTIONS": {"MAX_ENTRIES": MEMORY_CACHE_ENTRIES},
            }
        }
    return {
        "default": {
            "BACKEND": "config.redis_cache.ResilientRedisCache",
            "LOCATION": url,
            "KEY_PREFIX": "p2j",
            "OPTIONS": {
                "SOCKET_CONNECT_TIMEOUT": 0.2,
                "SOCKET_TIMEOUT": 0.2,
                # One try: the cache itself turns to memory when it fails.
                "CONNECTION_POOL_KWARGS": {"retry": None},
            },
        }
    }
