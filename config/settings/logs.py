"""Logs: JSON lines in `var/logs`, rotated and shared by every process; plain lines on the console.

Everything goes through the standard library's logging; structlog only words the records, so that
a value with a line break in it cannot forge a line.
"""

import logging
from typing import Any

import structlog
from django.core.exceptions import ImproperlyConfigured

from config.env import VAR_DIR, env

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO").upper()
if LOG_LEVEL not in logging.getLevelNamesMapping():
    raise ImproperlyConfigured("LOG_LEVEL is one of DEBUG, INFO, WARNING, ERROR and CRITICAL")
LOG_FORMAT = env.str("LOG_FORMAT", default="plain")
FILE_BYTES = 10 * 2**20
FILES_KEPT = 5


def without_query(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Django adds the request, whose own words show the query: people put keys there."""
    if (request := event.get("request")) is not None:
        method, path = getattr(request, "method", None), getattr(request, "path", None)
        return {**event, "request": f"{method} {path}"}
    return event


# What every record gets, whoever made it.
SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    without_query,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
JSON_LINE: list[Any] = [
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(sort_keys=False),
]


def escape_breaks(logger: Any, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """A value with a line break or an escape code in it is shown, not obeyed."""
    printable = str(event["event"]).encode("unicode_escape").decode()
    return {**event, "event": printable}


PLAIN_LINE: list[Any] = [
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    escape_breaks,
    structlog.dev.ConsoleRenderer(
        colors=False,
        pad_level=False,
        # The default one prints local variables, and they hold secrets.
        exception_formatter=structlog.dev.plain_traceback,
    ),
]


def formatter(processors: list[Any]) -> dict[str, Any]:
    return {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": processors,
    }


def logging_config(*, to_file: bool = True) -> dict[str, Any]:
    handlers: dict[str, dict[str, Any]] = {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if LOG_FORMAT == "json" else "plain",
            # Where a file has everything, the console is for what a person must see.
            "level": "WARNING" if to_file and LOG_FORMAT != "json" else LOG_LEVEL,
        }
    }
    if to_file:
        folder = VAR_DIR / "logs"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handlers["file"] = {
            # Several processes write one file; this handler locks it for the turn of a rotation.
            "class": "concurrent_log_handler.ConcurrentRotatingFileHandler",
            "filename": str(folder / "service.jsonl"),
            "maxBytes": FILE_BYTES,
            "backupCount": FILES_KEPT,
            "formatter": "json",
            "delay": True,
        }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter(JSON_LINE), "plain": formatter(PLAIN_LINE)},
        "handlers": handlers,
        # Requests to the language model: what these say at lower levels holds its address and the
        # endpoint's own headers.
        "loggers": {name: {"level": "WARNING"} for name in ("openai", "httpx2", "httpcore2")},
        "root": {"handlers": list(handlers), "level": LOG_LEVEL},
    }
