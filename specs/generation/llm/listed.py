"""Proposals for lists: one entry per name, nothing twice, nothing that the prompt rules out."""

from collections.abc import Iterator
from typing import Any

from specs.design import JSON
from specs.generation.llm.evidence import meaningful
from specs.generation.llm.names import slug
from specs.generation.llm.proposals import Proposals, same

MAX_TEXTS = 12
TEXT_LISTS = ("requirements", "constraints", "use_cases")
# One wish under two names: a building's seats and its occupants.
SAME_METRIC = {"seats": "people", "occupancy": "people"}
# Stands for an entry that the model itself just added: its later ones of that name are ignored.
NEW = -1


def propose_lists(proposals: Proposals, document: JSON) -> None:
    _materials(proposals, document["materials"])
    _spaces(proposals, document["spaces"])
    _performance(proposals, document["performance"])
    for key in ("features", "components"):
        _names(proposals, key, document[key])
    _exclusions(proposals, document["exclusions"])
    for key in TEXT_LISTS:
        _texts(proposals, key, document[key])


def _materials(proposals: Proposals, items: list[JSON]) -> None:
    present = {item["type"]: index for index, item in enumerate(proposals.spec["materials"])}
    for item in items:
        name = item["type"]
        if name in present:
            _complete_material(proposals, present[name], item)
            _second_use(proposals, item)
            continue
        span = proposals.evidence.of_name(name)
        if proposals.acceptable("materials", name, proposals.names.material(name), span):
            proposals.add(("materials", "-"), item, span)
            present[name] = NEW


def _complete_material(proposals: Proposals, index: int, item: JSON) -> None:
    """Grade and use of a material that is there, where the prompt has the words."""
    for part in ("grade", "use"):
        said = item[part]
        if index == NEW or not said or proposals.spec["materials"][index][part] is not None:
            continue
        if (span := proposals.evidence.of_phrase(said)) is not None:
            proposals.add(("materials", index, part), said, span)


def _second_use(proposals: Proposals, item: JSON) -> None:
    """Steel for the frame and again for the roof: an entry more, where the prompt says just so."""
    name, use = item["type"], item["use"]
    added = [a.value for a in proposals.additions if a.path == ("materials", "-")]
    uses = [m["use"] for m in [*proposals.spec["materials"], *added] if m["type"] == name]
    if use is None or None in uses or any(meaningful(use) & meaningful(known) for known in uses):
        return
    if (span := proposals.evidence.of_pair(name, use)) is not None:
        proposals.add(("materials", "-"), item, span)


def _spaces(proposals: Proposals, items: list[JSON]) -> None:
    present = {item["type"]: index for index, item in enumerate(proposals.spec["spaces"])}
    for item in items:
        name = item["type"]
        index = present.get(name)
        if index is None:
            span = proposals.evidence.of_name(name)
            # Rooms of a vehicle or a cupboard are only believed when the prompt names them.
            has_rooms = proposals.design_type == "building" or span is not None
            known = proposals.names.space(name)
            if has_rooms and proposals.acceptable("spaces", name, known, span):
                proposals.add(("spaces", "-"), item, span)
                present[name] = NEW
        elif index != NEW:
            _figure(proposals, ("spaces", index, "count"), item["count"], "1")
            if item["area"] is not None:
                _figure(proposals, ("spaces", index, "area"), item["area"], "m2")


def _performance(proposals: Proposals, items: list[JSON]) -> None:
    building = proposals.design_type == "building"

    def sense(metric: str) -> str:
        return SAME_METRIC.get(metric, metric) if building else metric

    listed = proposals.spec["performance"]
    present = {sense(item["metric"]): index for index, item in enumerate(listed)}
    for item in items:
        name, value, unit = item["metric"], item["value"], item["unit"]
        index = present.get(sense(name))
        if index is None:
            span = proposals.evidence.of_number(value, unit)
            known = name if name in proposals.names.units else None
            if proposals.acceptable("performance", name, known, span):
                proposals.add(("performance", "-"), item, span)
                present[sense(name)] = NEW
        elif index != NEW and listed[index]["unit"] == unit:
            _figure(proposals, ("performance", index, "value"), value, unit)


def _figure(proposals: Proposals, path: tuple[str, int, str], said: Any, unit: str) -> None:
    """A number of an entry that is there: filled where unknown, corrected where it was a guess."""
    key, index, part = path
    kept = proposals.spec[key][index][part]
    place = f"/{key}/{index}/{part}"
    if same(kept, said):
        return
    span = proposals.evidence.of_number(said, unit)
    if kept is not None and proposals.settled(place):
        proposals.overruled(place, kept, said)
    elif kept is None or span is not None:
        proposals.add(path, said, span)


def _names(proposals: Proposals, key: str, said: list[str]) -> None:
    spec, names = proposals.spec, proposals.names
    there = [*spec["features"], *spec["components"]]
    if key == "features":
        there += [item["type"] for item in spec["spaces"]]
    present = {sense for name in there for sense in names.senses(name)}
    for name in said:
        senses = names.senses(name)
        if senses & present:
            continue
        span = proposals.evidence.of_name(name)
        known = names.feature(name, proposals.design_type) if key == "features" else None
        if proposals.acceptable(key, name, known, span):
            proposals.add((key, "-"), known or name, span)
            present |= senses


def _exclusions(proposals: Proposals, said: list[str]) -> None:
    """Only what the prompt has words for can be ruled out by it."""
    names = proposals.names
    wanted = {sense for name in _wanted(proposals) for sense in names.senses(name)}
    for name in said:
        senses = names.senses(name)
        if senses & proposals.excluded:
            continue
        span = proposals.evidence.of_name(name)
        if span is None or senses & wanted:
            proposals.left_out("/exclusions", name, "the prompt does not rule it out")
        else:
            proposals.add(("exclusions", "-"), name, span)
            proposals.excluded |= senses


def _wanted(proposals: Proposals) -> Iterator[str]:
    """The names of everything that the draft has or is about to get."""
    spec = proposals.spec
    yield from (*spec["features"], *spec["components"])
    yield from (item["type"] for key in ("materials", "spaces") for item in spec[key])
    for addition in proposals.additions:
        value = addition.value
        if isinstance(value, dict) and "type" in value:
            yield value["type"]
        elif isinstance(value, str) and addition.path[-1] == "-":
            yield slug(value)


def _texts(proposals: Proposals, key: str, said: list[str]) -> None:
    present = [meaningful(text) for text in proposals.spec[key]]
    for text in said:
        words = meaningful(text)
        if not words or any(words <= other for other in present):
            continue
        if proposals.mentions_excluded(text):
            proposals.left_out(f"/{key}", text, "the prompt rules it out")
        elif len(present) < MAX_TEXTS:
            proposals.add((key, "-"), text, proposals.evidence.of_phrase(text))
            present.append(words)
