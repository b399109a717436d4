"""What a prompt states, as facts that can each be held against a spec.

Facts are matched by name, not by place in a list.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from evaluation import outcomes
from evaluation.outcomes import Outcome
from evaluation.vocabulary import known_features, twins_of, unit_of_metric
from specs.design import DIMENSIONS, DesignSpec
from specs.draft import Reading
from specs.provenance import Provenance, Source

# A reading that names no confidence is a plain statement; one with no place in the prompt a guess.
CERTAIN = 1.0
UNPLACED = 0.6
WEIGHTS = {
    "design_type": 2.0, "category": 2.0, "stories": 2.0, "dimensions": 2.0, "materials": 1.5,
    "spaces": 1.5, "performance": 1.5, "features": 1.0, "components": 0.5, "exclusions": 1.5,
    "estimated_cost": 1.5, "timeline": 1.5, "detail": 0.5,
    # What is said in free words, or in a word that the vocabulary has not: it can be reworded, or
    # have been misread, and so weighs little beside a figure.
    "text": 0.05, "unnamed": 0.1,
}  # fmt: skip

LOOKED_AT: dict[Any, tuple[str, ...]] = {
    outcomes.metric_outcomes: ("performance",),
    outcomes.material_outcomes: ("materials",),
    outcomes.detail_outcomes: ("materials",),
    outcomes.area_outcomes: ("spaces",),
    outcomes.cost_outcomes: ("estimated_cost",),
    outcomes.timeline_outcomes: ("timeline",),
    outcomes.text_outcomes: ("requirements", "constraints", "use_cases"),
    outcomes.audience_outcomes: ("target_audience",),
    outcomes.excluded_outcomes: ("exclusions", "features", "components", "spaces", "materials"),
}

Compare = Callable[[DesignSpec], Sequence[Outcome]]


@dataclass(frozen=True, slots=True)
class Fact:
    """`looked_at` are the parts that are compared, where these are the same for every spec."""

    weight: float
    confidence: float
    compare: Compare
    looked_at: tuple[str, ...] = ()


class Candidate:
    """A stated value before its provenance is known."""

    __slots__ = ("arguments", "compare", "kind", "pointer")

    def __init__(self, kind: str, pointer: str, compare: Any, *arguments: Any) -> None:
        self.kind = kind
        self.pointer = pointer
        self.compare = compare
        self.arguments = arguments

    def fact(self, provenance: Provenance) -> Fact | None:
        """None for what the prompt does not state after all."""
        origin = provenance.get(self.pointer)
        if origin is None:
            unsaid = self.kind in ("design_type", "category")
            confidence = UNPLACED if unsaid else CERTAIN
        elif origin.source is not Source.PROMPT:
            return None
        else:
            confidence = CERTAIN if origin.confidence is None else origin.confidence
        if confidence <= 0:
            return None
        compare = partial(self.compare, *self.arguments, origin)
        return Fact(WEIGHTS[self.kind], confidence, compare, self._looked_at())

    def _looked_at(self) -> tuple[str, ...]:
        if self.compare is outcomes.scalar_outcomes:
            return (self.arguments[0],)
        if self.compare is outcomes.dimension_outcomes:
            return (f"dimensions.{self.arguments[0]}",)
        if self.compare is outcomes.listed_outcomes:
            name = self.arguments[1]
            return ("exclusions", f"features.{name}", "components", *_looked_at_for_twins(name))
        if self.compare is outcomes.space_outcomes:
            return ("spaces", *_looked_at_for_twins(self.arguments[0].type))
        return LOOKED_AT.get(self.compare, ())


@cache
def _looked_at_for_twins(name: str) -> tuple[str, ...]:
    features = tuple(f"features.{twin}" for twin in sorted(twins_of(name)))
    return (*features, "components", "spaces", "performance") if features else ()


def facts_of(reading: Reading) -> list[Fact]:
    """The stated facts in a fixed order."""
    found = (candidate.fact(reading.provenance) for candidate in _candidates(reading))
    return [fact for fact in found if fact is not None]


def _candidates(reading: Reading) -> Iterator[Candidate]:
    spec = reading.spec
    yield from _kinds_and_figures(spec)
    yield from _materials(spec)
    yield from _spaces(reading)
    yield from _lists(spec)
    yield from _cost_and_words(spec)


def _kinds_and_figures(spec: DesignSpec) -> Iterator[Candidate]:
    for kind in ("design_type", "category"):
        if getattr(spec, kind) != "general":
            yield Candidate(kind, f"/{kind}", outcomes.scalar_outcomes, kind, getattr(spec, kind))
    if spec.stories is not None:
        compare = outcomes.scalar_outcomes
        yield Candidate("stories", "/stories", compare, "stories", spec.stories)
    for name in DIMENSIONS:
        value = getattr(spec.dimensions, name)
        if value is not None:
            compare = outcomes.dimension_outcomes
            yield Candidate("dimensions", f"/dimensions/{name}", compare, name, value)
    for index, item in enumerate(spec.performance):
        place = f"/performance/{index}/value"
        kind = "performance" if item.metric in unit_of_metric() else "unnamed"
        yield Candidate(kind, place, outcomes.metric_outcomes, item)


def _materials(spec: DesignSpec) -> Iterator[Candidate]:
    for index, material in enumerate(spec.materials):
        place = f"/materials/{index}"
        yield Candidate("materials", f"{place}/type", outcomes.material_outcomes, material)
        for leaf in ("grade", "use"):
            said = getattr(material, leaf)
            if said is not None:
                compare = outcomes.detail_outcomes
                yield Candidate("detail", f"{place}/{leaf}", compare, material, leaf, said)


def _spaces(reading: Reading) -> Iterator[Candidate]:
    for index, space in enumerate(reading.spec.spaces):
        place = f"/spaces/{index}"
        leaf = "count" if f"{place}/count" in reading.provenance else "type"
        alone = not twins_of(space.type) & set(reading.spec.features)
        yield Candidate("spaces", f"{place}/{leaf}", outcomes.space_outcomes, space, alone)
        if space.area is not None:
            compare = outcomes.area_outcomes
            yield Candidate("detail", f"{place}/area", compare, space.type, space.area)


def _lists(spec: DesignSpec) -> Iterator[Candidate]:
    elsewhere = {space.type for space in spec.spaces} | {item.metric for item in spec.performance}
    for part in ("features", "components"):
        for index, name in enumerate(getattr(spec, part)):
            alone = not twins_of(name) & elsewhere
            kind = part if name in known_features() else "unnamed"
            compare = outcomes.listed_outcomes
            yield Candidate(kind, f"/{part}/{index}", compare, part, name, alone)
    for index, name in enumerate(spec.exclusions):
        yield Candidate("exclusions", f"/exclusions/{index}", outcomes.excluded_outcomes, name)


def _cost_and_words(spec: DesignSpec) -> Iterator[Candidate]:
    if spec.estimated_cost is not None:
        place, compare = "/estimated_cost/amount", outcomes.cost_outcomes
        yield Candidate("estimated_cost", place, compare, spec.estimated_cost)
    if spec.timeline is not None:
        yield Candidate("timeline", "/timeline", outcomes.timeline_outcomes, spec.timeline)
    for kind in ("requirements", "constraints", "use_cases"):
        for index, said in enumerate(getattr(spec, kind)):
            yield Candidate("text", f"/{kind}/{index}", outcomes.text_outcomes, kind, said)
    if spec.target_audience is not None:
        place = "/target_audience"
        yield Candidate("text", place, outcomes.audience_outcomes, spec.target_audience)
