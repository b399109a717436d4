"""The only reader of the environment: every variable of the service, with its default and meaning.

In development `.env` beside `manage.py` is read first; the real environment wins over it.
`.env.example` lists the same names for people.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
# A laptop needs no configuration, so what a running service writes goes to one ignored folder.
VAR_DIR = Path(os.environ.get("P2J_VAR_DIR") or BASE_DIR / "var")


class Environment(environ.Env):  # type: ignore[misc]  # the library has no types
    """Says which variable cannot be read; the library's own error names the value alone."""

    def get_value(self, var: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get_value(var, *args, **kwargs)
        except ValueError as problem:
            raise ImproperlyConfigured(f"{var} cannot be read: {problem}") from problem


env = Environment()


def production_mode() -> bool:
    """PRODUCTION_MODE: secrets are required, DEBUG is off, cookies are secure."""
    return bool(env.bool("PRODUCTION_MODE", default=False))


def settings_module() -> str:
    return "config.settings.production" if production_mode() else "config.settings.development"


def read_dotenv() -> None:
    """Read `.env` when it exists. Variables that are set already keep their value."""
    dotenv = BASE_DIR / ".env"
    if dotenv.is_file():
        environ.Env.read_env(str(dotenv))


def development_secret(name: str) -> str:
    """A random secret that persists in `var/secrets.json`, so that sessions survive a restart."""
    if value := env.str(name, default=""):
        return str(value)
    path = VAR_DIR / "secrets.json"
    VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    stored = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if name not in stored:
        stored[name] = secrets.token_urlsafe(48)
        draft = path.with_suffix(".new")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(stored, indent=1), encoding="utf-8")
        draft.replace(path)
    return str(stored[name])


@dataclass(frozen=True, slots=True)
class ServeOptions:
    port: int
    workers: int
    threads: int
    max_requests: int


def serve_options() -> ServeOptions:
    """PORT, WORKERS, THREADS, MAX_REQUESTS: how `manage.py serve` and `start.sh` serve."""
    port = env.int("PORT", default=8000)
    if not 1 <= port <= 65535:
        raise ImproperlyConfigured(f"PORT is a number from 1 to 65535, not {port}")
    return ServeOptions(
        port=port,
        workers=env.int("WORKERS", default=1),
        threads=env.int("THREADS", default=4),
        max_requests=env.int("MAX_REQUESTS", default=0),
    )


def has_broker() -> bool:
    return bool(env.str("REDIS_URL", default=""))


def shared_metrics() -> str:
    """The folder in which this process shares its figures; `serve` and `start.sh` name it."""
    return str(env.str("PROMETHEUS_MULTIPROC_DIR", default=""))


def metrics_port() -> int:
    """METRICS_PORT: where a worker or beat shows its figures; 0 is nowhere."""
    return int(env.int("METRICS_PORT", default=0))


# OpenBLAS with threads of its own takes half a megabyte of its caller's stack, where Granian's
# threads have two in all: a request that trained a policy ended its worker with a segmentation
# fault. Requests run beside each other already, so one thread for linear algebra is also faster.
CHILD_DEFAULTS = {"OPENBLAS_NUM_THREADS": "1", "RUST_MIN_STACK": str(8 * 1024 * 1024)}


def child_environment(**extra: str) -> dict[str, str]:
    """This process's environment for one that it starts."""
    return {**CHILD_DEFAULTS, **os.environ, **extra}
