"""The part of JSON Patch (RFC 6902) that fixes use: add, replace and remove."""

from typing import Any

from evaluation.criterion import Patch
from specs.pointers import tokens


def patched(document: Any, patch: Patch) -> Any:
    """A changed copy; what is not on the way to a change is shared. Raises LookupError."""
    for step in patch:
        document = _applied(document, tokens(step["path"]), step)
    return document


def _applied(part: Any, path: list[str], step: dict[str, Any]) -> Any:
    if not path:
        return step["value"]
    key, rest = path[0], path[1:]
    if isinstance(part, list):
        return _in_list(list(part), key, rest, step)
    if not isinstance(part, dict):
        raise LookupError(step["path"])
    copy = dict(part)
    if rest:
        if key not in copy:
            raise LookupError(step["path"])
        copy[key] = _applied(copy[key], rest, step)
    elif step["op"] == "remove":
        del copy[key]
    else:
        copy[key] = step["value"]
    return copy


def _in_list(copy: list[Any], key: str, rest: list[str], step: dict[str, Any]) -> list[Any]:
    if key == "-" and not rest and step["op"] == "add":
        return [*copy, step["value"]]
    if not key.isdecimal() or int(key) >= len(copy) + (step["op"] == "add" and not rest):
        raise LookupError(step["path"])
    index = int(key)
    if rest:
        copy[index] = _applied(copy[index], rest, step)
    elif step["op"] == "add":
        copy.insert(index, step["value"])
    elif step["op"] == "remove":
        del copy[index]
    else:
        copy[index] = step["value"]
    return copy


def shifted(pointers: frozenset[str], patch: Patch) -> frozenset[str]:
    """Where pointers stand after the patch: removing an entry of a list moves the later ones up."""
    for step in patch:
        parts = tokens(step["path"])
        if step["op"] == "remove" and len(parts) == 2 and parts[1].isdecimal():
            pointers = frozenset(
                filter(None, (_moved(p, parts[0], int(parts[1])) for p in pointers))
            )
    return pointers


def _moved(pointer: str, name: str, removed: int) -> str | None:
    parts = pointer.split("/")
    if len(parts) < 3 or parts[1] != name or not parts[2].isdecimal():
        return pointer
    index = int(parts[2])
    if index == removed:
        return None
    if index > removed:
        parts[2] = str(index - 1)
    return "/".join(parts)
