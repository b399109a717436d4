"""What an edit did to a spec: which origins survive it, and how to say it in words."""

from collections.abc import Iterator
from typing import Any

from specs.patches import matched_blocks, same
from specs.pointers import escape, leaves
from specs.provenance import Source

JSON = dict[str, Any]
# Belongs to the format and to nobody's wish.
UNATTRIBUTED = "/schema_version"


def carried_provenance(
    before: JSON, after: JSON, provenance: JSON, *, source: Source, confirmed: frozenset[str]
) -> JSON:
    """One entry for every populated leaf of `after`.

    A value that was there before keeps its origin, wherever in its list it moved to; the rest is
    `source`'s. `confirmed` are pointers that the editor named outright: what was assumed there is
    the editor's word from now on, while what the prompt says stays the prompt's.
    """
    moves = dict(_moves(before, after))
    carried: JSON = {}
    for pointer, _ in leaves(after):
        if pointer == UNATTRIBUTED:
            continue
        origin = provenance.get(moves.get(pointer, ""))
        stated = origin is not None and origin["source"] in (Source.PROMPT, Source.PERSON)
        if origin is None or (pointer in confirmed and not stated):
            origin = {"source": source.value}
        carried[pointer] = origin
    return carried


def carried_assumptions(
    before: JSON, after: JSON, assumptions: list[JSON], provenance: JSON
) -> list[JSON]:
    """The assumptions that still stand: their value survived and nobody has confirmed it."""
    arrivals = {old: new for new, old in _moves(before, after)}
    standing = []
    for assumption in assumptions:
        pointer = arrivals.get(assumption["pointer"])
        origin = provenance.get(pointer or "", {})
        if pointer is not None and origin.get("source") != Source.PERSON:
            standing.append({**assumption, "pointer": pointer})
    return standing


def own_provenance(document: JSON, source: Source) -> JSON:
    """Provenance of a document that came whole from one source."""
    return {
        pointer: {"source": source.value}
        for pointer, _ in leaves(document)
        if pointer != UNATTRIBUTED
    }


def _moves(before: Any, after: Any, old: str = "", new: str = "") -> Iterator[tuple[str, str]]:
    """Pairs (pointer in `after`, pointer in `before`) of leaves that hold the same value."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in after:
            if key in before:
                part = f"/{escape(key)}"
                yield from _moves(before[key], after[key], old + part, new + part)
    elif isinstance(before, list) and isinstance(after, list):
        for index, new_index in _item_pairs(before, after):
            yield from _moves(
                before[index], after[new_index], f"{old}/{index}", f"{new}/{new_index}"
            )
    elif after is not None and same(before, after):
        yield new, old


def _item_pairs(before: list[Any], after: list[Any]) -> Iterator[tuple[int, int]]:
    """Which item became which: equal ones first, in whatever order, then those that took the
    place of another."""
    replaced: list[tuple[int, int]] = []
    gone: list[int] = []
    come: list[int] = []
    for kind, start, end, new_start, new_end in matched_blocks(before, after):
        old_indexes, new_indexes = range(start, end), range(new_start, new_end)
        if kind == "equal":
            yield from zip(old_indexes, new_indexes, strict=True)
        else:
            gone += old_indexes
            come += new_indexes
            replaced += zip(old_indexes, new_indexes, strict=False)
    for new_index in list(come):
        index = next((i for i in gone if same(before[i], after[new_index])), None)
        if index is not None:
            gone.remove(index)
            come.remove(new_index)
            yield index, new_index
    yield from (pair for pair in replaced if pair[0] in gone and pair[1] in come)


def summary(before: JSON, after: JSON) -> list[JSON]:
    """The difference in words, one entry for each thing that a person would call a change."""
    entries: list[JSON] = []
    for key in after:
        if isinstance(after[key], list):
            entries += _list_changes(key, before.get(key) or [], after[key])
        elif key == "dimensions":
            for side in after[key]:
                entries += _value_change(
                    f"/{key}/{side}", side, before[key].get(side), after[key][side]
                )
        else:
            entries += _value_change(f"/{key}", key, before.get(key), after[key])
    return entries


def _value_change(pointer: str, name: str, before: Any, after: Any) -> list[JSON]:
    if same(before, after):
        return []
    label = _words(name)
    if before is None:
        change, text = "added", f"{label} is now {shown(after)}"
    elif after is None:
        change, text = "removed", f"{label} is no longer stated (was {shown(before)})"
    else:
        change, text = "changed", f"{label}: {shown(before)} → {shown(after)}"
    return [{"pointer": pointer, "change": change, "before": before, "after": after, "text": text}]


def _list_changes(key: str, before: list[Any], after: list[Any]) -> list[JSON]:
    label = _words(SINGULAR.get(key, key))
    entries = []
    for _, start, end, new_start, new_end in matched_blocks(before, after):
        old, new = before[start:end], after[new_start:new_end]
        pairs, lone_old, lone_new = _paired(old, new)
        for was, now in pairs:
            if not same(was, now):
                pointer = f"/{key}/{new_start + new.index(now)}"
                text = f"{label} {_name(now)}: {shown(was)} → {shown(now)}"
                entries.append(_entry(pointer, "changed", was, now, text))
        for was in lone_old:
            pointer = f"/{key}/{start + old.index(was)}"
            entries.append(_entry(pointer, "removed", was, None, f"{label} removed: {shown(was)}"))
        for now in lone_new:
            pointer = f"/{key}/{new_start + new.index(now)}"
            entries.append(_entry(pointer, "added", None, now, f"{label} added: {shown(now)}"))
    return entries


def _paired(old: list[Any], new: list[Any]) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    """Items of the same name changed; the others went or came."""
    pairs, lone_old, rest = [], [], list(new)
    for was in old:
        match = next((now for now in rest if _name(now) == _name(was)), None)
        if match is None:
            lone_old.append(was)
        else:
            pairs.append((was, match))
            rest.remove(match)
    return pairs, lone_old, rest


def _entry(pointer: str, change: str, before: Any, after: Any, text: str) -> JSON:
    return {"pointer": pointer, "change": change, "before": before, "after": after, "text": text}


def _name(item: Any) -> str:
    if isinstance(item, dict):
        return _words(str(item.get("type") or item.get("metric")), capital=False)
    return str(item)


def shown(value: Any) -> str:
    """A value of a spec as a person reads it."""
    if isinstance(value, dict) and "currency" in value:
        return f"{shown(value['amount'])} {value['currency']}"
    if isinstance(value, dict) and "metric" in value:
        unit = "" if value["unit"] == "1" else f" {value['unit']}"
        return f"{_words(value['metric'], capital=False)} {shown(value['value'])}{unit}"
    if isinstance(value, dict) and "count" in value:
        area = f" of {shown(value['area'])} m²" if value["area"] is not None else ""
        return f"{shown(value['count'])} × {_words(value['type'], capital=False)}{area}"
    if isinstance(value, dict) and "grade" in value:
        extra = ", ".join(str(value[key]) for key in ("grade", "use") if value[key])
        return _words(value["type"], capital=False) + (f" ({extra})" if extra else "")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,}" if abs(value) < 1e15 else f"{value:g}"
    return str(value)


def _words(name: str, *, capital: bool = True) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:] if capital else words


SINGULAR = {
    "materials": "material",
    "spaces": "space",
    "performance": "performance",
    "features": "feature",
    "components": "component",
    "exclusions": "exclusion",
    "requirements": "requirement",
    "constraints": "constraint",
    "use_cases": "use_case",
}


def stated_by_edit(changes: Any, prefix: str = "") -> Iterator[str]:
    """Pointers of the scalars that a partial document names. Lists are replaced as wholes, so
    naming one again says nothing about its items."""
    if isinstance(changes, dict):
        for key, value in changes.items():
            yield from stated_by_edit(value, f"{prefix}/{escape(key)}")
    elif changes is not None and not isinstance(changes, list):
        yield prefix
