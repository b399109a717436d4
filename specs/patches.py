"""JSON Patch (RFC 6902) and JSON Merge Patch (RFC 7396) over documents."""

import copy
import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from specs.pointers import escape, resolve, tokens

Operation = dict[str, Any]


def merge_patch(document: Any, patch: Any) -> Any:
    """RFC 7396: objects merge, null removes, everything else replaces."""
    if not isinstance(patch, dict):
        return copy.deepcopy(patch)
    merged = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def diff(before: Any, after: Any, pointer: str = "") -> list[Operation]:
    """The operations that turn `before` into `after`, in the order in which they apply."""
    if isinstance(before, dict) and isinstance(after, dict):
        return _diff_objects(before, after, pointer)
    if isinstance(before, list) and isinstance(after, list):
        return _diff_lists(before, after, pointer)
    if same(before, after):
        return []
    return [{"op": "replace", "path": pointer, "value": after}]


def apply(document: Any, operations: Sequence[Operation]) -> Any:
    """A patched copy. Raises LookupError where a path leads nowhere, ValueError where a test
    fails or an operation is unknown."""
    patched = copy.deepcopy(document)
    for operation in operations:
        patched = _apply_one(patched, operation)
    return patched


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 and 1.0 are, 1 and true are not."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def matched_blocks(before: list[Any], after: list[Any]) -> list[tuple[str, int, int, int, int]]:
    """difflib's opcodes over lists of JSON values, which need not be hashable themselves."""
    matcher = SequenceMatcher(
        None, [_fingerprint(item) for item in before], [_fingerprint(item) for item in after], False
    )
    return list(matcher.get_opcodes())


def _diff_objects(before: dict[str, Any], after: dict[str, Any], pointer: str) -> list[Operation]:
    found: list[Operation] = []
    for key in before:
        path = f"{pointer}/{escape(key)}"
        if key not in after:
            found.append({"op": "remove", "path": path})
        else:
            found += diff(before[key], after[key], path)
    for key in after:
        if key not in before:
            found.append({"op": "add", "path": f"{pointer}/{escape(key)}", "value": after[key]})
    return found


def _diff_lists(before: list[Any], after: list[Any], pointer: str) -> list[Operation]:
    found: list[Operation] = []
    # Earlier operations move what comes after them.
    shift = 0
    for _, start, end, new_start, new_end in (
        block for block in matched_blocks(before, after) if block[0] != "equal"
    ):
        paired = min(end - start, new_end - new_start)
        for offset in range(paired):
            path = f"{pointer}/{start + offset + shift}"
            found += diff(before[start + offset], after[new_start + offset], path)
        for _ in range(end - start - paired):
            found.append({"op": "remove", "path": f"{pointer}/{start + paired + shift}"})
        for offset in range(paired, new_end - new_start):
            path = f"{pointer}/{start + offset + shift}"
            found.append({"op": "add", "path": path, "value": after[new_start + offset]})
        shift += (new_end - new_start) - (end - start)
    return found


def _fingerprint(value: Any) -> str:
    # 1 and 1.0 are one number in JSON and must not count as a change.
    return (
        json.dumps(value, sort_keys=True, default=str)
        if not _is_number(value)
        else repr(float(value))
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _apply_one(document: Any, operation: Operation) -> Any:
    kind, path = operation["op"], operation["path"]
    if kind == "test":
        if not same(resolve(document, path), operation["value"]):
            raise ValueError(f"test failed at {path or '/'}")
        return document
    if kind in ("move", "copy"):
        value = copy.deepcopy(resolve(document, operation["from"]))
        if kind == "move":
            document = _apply_one(document, {"op": "remove", "path": operation["from"]})
        return _apply_one(document, {"op": "add", "path": path, "value": value})
    if kind not in ("add", "remove", "replace"):
        raise ValueError(f"unknown operation {kind!r}")
    if not path:
        return None if kind == "remove" else copy.deepcopy(operation["value"])
    if kind != "add":
        resolve(document, path)
    *parents, last = tokens(path)
    parent = resolve(document, "".join(f"/{escape(part)}" for part in parents))
    if isinstance(parent, list):
        _apply_to_list(parent, last, kind, operation)
    elif isinstance(parent, dict):
        if kind == "remove":
            del parent[last]
        else:
            parent[last] = copy.deepcopy(operation["value"])
    else:
        raise LookupError(path)
    return document


def _apply_to_list(items: list[Any], last: str, kind: str, operation: Operation) -> None:
    if last == "-":
        index = len(items)
    elif last.isdecimal() and int(last) <= len(items):
        index = int(last)
    else:
        raise LookupError(operation["path"])
    if kind == "remove":
        del items[index]
    elif kind == "add":
        items.insert(index, copy.deepcopy(operation["value"]))
    else:
        items[index] = copy.deepcopy(operation["value"])
