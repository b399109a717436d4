"""Holding one stated fact against a spec: what is missing, what contradicts, and the patch."""

from dataclasses import dataclass, replace
from typing import Any

from evaluation.agreement import costs_agree, durations_agree, numbers_agree, words_agree
from evaluation.criterion import Patch
from evaluation.numbers import shown
from evaluation.vocabulary import twins_of
from specs.design import Cost, DesignSpec, Material, Performance, Space
from specs.provenance import Origin
from specs.scoring.names import same_use

HALF_MET = 0.1


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way in which a spec fails a fact. `share` is its part of the fact's weight."""

    rule: str
    pointer: str
    name: str
    expected: str
    actual: str
    action: str
    advice: str
    patch: Patch
    contradicts: bool = False
    share: float = 1.0


def _set(pointer: str, name: str, value: Any, expected: str, actual: str | None) -> Outcome:
    """A value of its own place: absent it is missing, different it contradicts."""
    rule = "P1" if actual is None else "P2"
    advice = f"Put the {name} as the prompt states it: {expected}."
    patch: Patch = [{"op": "replace", "path": pointer, "value": value}]
    return Outcome(
        rule, pointer, f"the {name}", expected, actual or "nothing", "restore", advice, patch,
        contradicts=actual is not None,
    )  # fmt: skip


def _append(part: str, name: str, value: Any, expected: str = "") -> Outcome:
    patch: Patch = [{"op": "add", "path": f"/{part}/-", "value": value}]
    words = name.replace("_", " ")
    advice = f"Add {words} to the {part}, as the prompt states it."
    return Outcome("P1", f"/{part}", words, expected or words, "nothing", "restore", advice, patch)


def scalar_outcomes(
    name: str, stated: Any, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    actual = getattr(spec, name)
    if isinstance(stated, int) and actual is not None:
        agrees = numbers_agree(stated, actual, origin)
    else:
        agrees = actual == stated
    if agrees:
        return []
    unsaid = actual is None or actual == "general"
    said = str(stated).replace("_", " ")
    words = name.replace("_", " ")
    return [
        _set(f"/{name}", words, stated, said, None if unsaid else str(actual).replace("_", " "))
    ]


def dimension_outcomes(
    name: str, stated: float, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    actual = getattr(spec.dimensions, name)
    if actual is not None and numbers_agree(stated, actual, origin):
        return []
    words = name.replace("_", " ")
    said = None if actual is None else shown(actual)
    return [_set(f"/dimensions/{name}", words, stated, shown(stated), said)]


def material_outcomes(stated: Material, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    if any(material.type == stated.type for material in spec.materials):
        return []
    value = {"type": stated.type, "grade": stated.grade, "use": stated.use}
    return [_append("materials", stated.type, value)]


def detail_outcomes(
    material: Any, leaf: str, stated: str, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    same = [(i, m) for i, m in enumerate(spec.materials) if m.type == material.type]
    if not same or any(_same_detail(leaf, stated, getattr(m, leaf) or "") for _, m in same):
        # A material that is missing altogether is one finding, not three.
        return []
    index, found = next(((i, m) for i, m in same if getattr(m, leaf) is None), same[0])
    name = f"{leaf} of {material.type.replace('_', ' ')}"
    outcome = _set(f"/materials/{index}/{leaf}", name, stated, stated, getattr(found, leaf))
    # Another wording of a grade or a use is not yet a contradiction.
    return [
        Outcome(
            "P1",
            outcome.pointer,
            outcome.name,
            stated,
            outcome.actual,
            outcome.action,
            outcome.advice,
            outcome.patch,
        )
    ]


def _same_detail(leaf: str, stated: str, actual: str) -> bool:
    if words_agree(stated, actual):
        return True
    # A frame and a structure are one use in two words.
    return leaf == "use" and bool(actual) and same_use(stated, actual)


def space_outcomes(
    stated: Space, alone: bool, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    """`alone` says that no twin of it is stated too: then one in another place will do."""
    same = [(i, s) for i, s in enumerate(spec.spaces) if s.type == stated.type]
    if not same:
        entry = {"type": stated.type, "count": stated.count, "area": stated.area}
        words = f"{stated.count} {stated.type.replace('_', ' ')}"
        missing = _append("spaces", stated.type, entry, words)
        return _unless_twin(missing, stated.type, alone, spec) if stated.count == 1 else [missing]
    count = sum(space.count for _, space in same)
    if numbers_agree(stated.count, count, origin):
        return []
    name = f"number of {stated.type.replace('_', ' ')}"
    right = max(1, stated.count - count + same[0][1].count)
    return [_set(f"/spaces/{same[0][0]}/count", name, right, str(stated.count), str(count))]


def area_outcomes(
    kind: str, stated: float, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    same = [(i, s.area) for i, s in enumerate(spec.spaces) if s.type == kind]
    if not same or any(area and numbers_agree(stated, area, origin) for _, area in same):
        return []
    index, area = same[0]
    name = f"area of {kind.replace('_', ' ')}"
    said = None if area is None else shown(area, "m2")
    return [_set(f"/spaces/{index}/area", name, stated, shown(stated, "m2"), said)]


def metric_outcomes(stated: Performance, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    words = stated.metric.replace("_", " ")
    same = [
        (i, item.value) for i, item in enumerate(spec.performance) if item.metric == stated.metric
    ]
    if not same:
        entry = {"metric": stated.metric, "value": stated.value, "unit": stated.unit}
        return [_append("performance", stated.metric, entry, shown(stated.value, stated.unit))]
    if any(numbers_agree(stated.value, value, origin) for _, value in same):
        return []
    index, found = same[0]
    said = shown(found, stated.unit)
    return [
        _set(
            f"/performance/{index}/value",
            words,
            stated.value,
            shown(stated.value, stated.unit),
            said,
        )
    ]


def _twin_present(name: str, spec: DesignSpec) -> bool:
    twins = twins_of(name)
    if not twins:
        return False
    elsewhere = {*spec.components, *(space.type for space in spec.spaces)}
    elsewhere.update(item.metric for item in spec.performance)
    return any(twin in elsewhere or twin in spec.features for twin in twins)


def _unless_twin(missing: Outcome, name: str, alone: bool, spec: DesignSpec) -> list[Outcome]:
    """With its twin there, one wish is met in one of the two places that the prompt's words have:
    where both were read, the other is still missing, and counts for little."""
    if not _twin_present(name, spec):
        return [missing]
    return [] if alone else [replace(missing, share=HALF_MET)]


def listed_outcomes(
    part: str, name: str, alone: bool, origin: Origin | None, spec: DesignSpec
) -> list[Outcome]:
    """`alone` as with spaces."""
    words = name.replace("_", " ")
    if name in spec.exclusions:
        place = f"/exclusions/{spec.exclusions.index(name)}"
        patch: Patch = [{"op": "remove", "path": place}]
        advice = f"Do not rule out {words}: the prompt asks for it."
        return [Outcome("P4", place, words, words, "ruled out", "restore", advice, patch, True)]
    if name in spec.features or name in spec.components:
        return []
    return _unless_twin(_append(part, name, name), name, alone, spec)


def excluded_outcomes(name: str, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    words = name.replace("_", " ")
    outcomes = []
    if name not in spec.exclusions:
        missing = _append("exclusions", name, name, f"no {words}")
        outcomes.append(missing)
    places = (
        ("feature", "/features/{}", spec.features),
        ("component", "/components/{}", spec.components),
        ("space", "/spaces/{}", [space.type for space in spec.spaces]),
        ("material", "/materials/{}", [material.type for material in spec.materials]),
    )
    for part, place, names in places:
        if name not in names:
            continue
        pointer = place.format(names.index(name))
        patch: Patch = [{"op": "remove", "path": pointer}]
        advice = f"Take out the {part} {words}: the prompt rules it out."
        article = f"a {part}"
        outcomes.append(
            Outcome("P3", pointer, words, f"no {words}", article, "remove", advice, patch, True)
        )
    return outcomes


def cost_outcomes(stated: Cost, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    actual = spec.estimated_cost
    if actual is not None and costs_agree(stated, actual, origin):
        return []
    value = {"amount": stated.amount, "currency": stated.currency}
    said = None if actual is None else shown(actual.amount, actual.currency)
    return [_set("/estimated_cost", "cost", value, shown(stated.amount, stated.currency), said)]


def timeline_outcomes(stated: str, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    if spec.timeline is not None and durations_agree(stated, spec.timeline, origin):
        return []
    return [_set("/timeline", "timeline", stated, stated, spec.timeline)]


def text_outcomes(part: str, stated: str, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    said = (*spec.requirements, *spec.constraints, *spec.use_cases)
    if any(words_agree(stated, text) for text in said):
        return []
    return [_append(part, stated[:60], stated, stated[:60])]


def audience_outcomes(stated: str, origin: Origin | None, spec: DesignSpec) -> list[Outcome]:
    actual = spec.target_audience
    if actual is not None and words_agree(stated, actual):
        return []
    outcome = _set("/target_audience", "audience", stated, stated[:60], actual)
    return [
        Outcome(
            "P1",
            outcome.pointer,
            outcome.name,
            outcome.expected,
            outcome.actual,
            "restore",
            outcome.advice,
            outcome.patch,
        )
    ]
